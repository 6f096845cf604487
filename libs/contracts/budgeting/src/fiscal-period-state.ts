import { IsBoolean } from 'class-validator';
import { FiscalPeriodDates } from './fiscal-period-dates.js';

/** A period of a fiscal calendar, and whether it takes postings. */
export class FiscalPeriodState extends FiscalPeriodDates {
  @IsBoolean() readonly isClosed!: boolean;
}
