import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** A portfolio decision that was reviewed is to be carried out on a project; whoever keeps the project settles it. */
export class PortfolioChangeOrdered {
  static readonly subject = 'events.budgeting.portfolio-change-ordered.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly scenarioId!: string;

  @IsString() @Length(1, 60) readonly candidateId!: string;

  @IsIn(['begin', 'stop', 'move']) readonly change!: 'begin' | 'stop' | 'move';

  /** Name of the period in which it is to start. */
  @IsOptional() @IsString() @Length(1, 30) readonly startsIn?: string;

  /** The first day of that period, where its name tells one. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly startsOn?: string;

  @IsString() @Length(1, 300) readonly decision!: string;

  @IsUUID() readonly orderedBy!: string;

  @IsString() @Length(1, 200) readonly orderedByName!: string;
}
