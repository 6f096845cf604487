import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/**
 * Where one budget or fund stands: granted = available + reserved + committed + accrued + actual. A fund has what it can
 * still give as available.
 */
export class BudgetBalance {
  @IsUUID() readonly nodeId!: string;

  /** The fiscal period; absent for a sum over the whole life. */
  @IsOptional() @IsString() @Length(1, 30) readonly period?: string;

  @Matches(/^-?\d{1,18}$/) readonly grantedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly availableMinor!: string;

  /** Requisitioned, not yet ordered. */
  @Matches(/^-?\d{1,18}$/) readonly reservedMinor!: string;

  /** Ordered, neither received nor invoiced. */
  @Matches(/^-?\d{1,18}$/) readonly committedMinor!: string;

  /** Received, not yet invoiced. */
  @Matches(/^-?\d{1,18}$/) readonly accruedMinor!: string;

  @Matches(/^-?\d{1,18}$/) readonly actualMinor!: string;
}
