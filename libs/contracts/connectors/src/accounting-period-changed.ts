import { IsBoolean, IsOptional, IsString, Length, Matches } from 'class-validator';

/** ERP: a period of the accounts was closed or opened. */
export class AccountingPeriodChanged {
  static readonly subject = 'events.connectors.accounting-period-changed.v1';
  static readonly aggregate = 'periodKey';

  /** Source, calendar and period: `erp:K4:2026-11`. */
  @IsString() @Length(1, 200) readonly periodKey!: string;

  /** The fiscal calendar by its name, such as the fiscal year variant of the ERP. */
  @IsString() @Length(1, 120) readonly calendarName!: string;

  @IsString() @Length(1, 30) readonly period!: string;

  @IsBoolean() readonly isClosed!: boolean;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly changedOn?: string;
}
