import { IsString, Length, Matches } from 'class-validator';

/** A period of a fiscal calendar. */
export class FiscalPeriodDates {
  @IsString() @Length(1, 30) readonly period!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly firstDay!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly lastDay!: string;
}
