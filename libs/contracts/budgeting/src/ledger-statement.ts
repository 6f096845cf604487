import { IsInt, IsISO8601, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { LedgerStatementLines } from './ledger-statement-lines.js';

/** What was posted on one budget or fund, and its balances at any date. */
export class LedgerStatement {
  static readonly subject = 'requests.budgeting.ledger-statement.v1';
  static readonly kind = 'query';
  static readonly answer = LedgerStatementLines;

  @IsUUID() readonly nodeId!: string;

  /** With what counts for this day and before; today when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly asOf?: string;

  /** As it was known at this moment: what was posted later is left out, though it may count for an earlier day. */
  @IsOptional() @IsISO8601() readonly knownAt?: string;

  /** Entries before this entry number; the latest when left out. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly before?: string;

  /** 50 when left out. */
  @IsOptional() @IsInt() @Min(1) @Max(500) readonly limit?: number;
}
