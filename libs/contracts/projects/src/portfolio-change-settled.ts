import { IsIn, IsString, IsUUID, Length } from 'class-validator';

/** What came of a portfolio decision on a project: it was carried out, or why it was not. */
export class PortfolioChangeSettled {
  static readonly subject = 'events.projects.portfolio-change-settled.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  /** The scenario whose change-set ordered it. */
  @IsUUID() readonly scenarioId!: string;

  @IsString() @Length(1, 60) readonly candidateId!: string;

  @IsIn(['applied', 'refused']) readonly outcome!: 'applied' | 'refused';

  /** What was done, or why it was not. */
  @IsString() @Length(1, 2000) readonly settled!: string;
}
