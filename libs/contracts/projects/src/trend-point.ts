import { Matches } from 'class-validator';

/** What was expected of a milestone on a reporting date. */
export class TrendPoint {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly reportedOn!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn!: string;
}
