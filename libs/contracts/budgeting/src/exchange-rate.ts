import { Matches } from 'class-validator';

/** What one unit of a currency is worth in the base of its set, in whole units of both: `1.0825`. */
export class ExchangeRate {
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{1,12}(\.\d{1,12})?$/) readonly rate!: string;
}
