import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { AccountsDocument } from './accounts-document.js';

/**
 * ERP: a journal of the accounts without an order: a correction (negative: less cost), or an accrual, which is taken back
 * in the next period.
 */
export class JournalPosted extends AccountsDocument {
  static readonly subject = 'events.connectors.journal-posted.v1';
  static readonly aggregate = 'documentKey';

  @IsBoolean() readonly isAccrual!: boolean;

  /** Of an accrual: the day on which it is taken back; the first day of the next period when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly reversesOn?: string;
}
