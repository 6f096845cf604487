import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { ChangeSetLine } from './change-set-line.js';

/** Who answers for a project accepts what a portfolio decision makes of it, or contests it with a reason. */
export class ReviewChange {
  static readonly subject = 'requests.budgeting.review-change.v1';
  static readonly kind = 'command';
  static readonly answer = ChangeSetLine;

  @IsUUID() readonly scenarioId!: string;

  @IsString() @Length(1, 60) readonly candidateId!: string;

  @IsIn(['accepted', 'contested']) readonly verdict!: 'accepted' | 'contested';

  /** Needed to contest. */
  @IsOptional() @IsString() @Length(1, 2000) readonly reason?: string;

  /** The budget that it is to have in all, where it is another one than the line says. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly newBudgetMinor?: string;
}
