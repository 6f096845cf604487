import { Matches } from 'class-validator';

/** Amounts in the reporting currency. */
export class ReportedAmounts {
  @Matches(/^-?\d{1,18}$/) readonly bacMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly pvMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly evMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly acMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly committedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly eacMinor!: string;
}
