import { Matches } from 'class-validator';
import { Recorded } from './recorded.js';

/** Hands the own sheet of a week in for approval. */
export class SubmitTimesheet {
  static readonly subject = 'requests.resourcing.submit-timesheet.v1';
  static readonly kind = 'command';
  static readonly answer = Recorded;

  /** Any day of the week. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly weekStart!: string;
}
