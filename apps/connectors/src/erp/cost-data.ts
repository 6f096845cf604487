import { IsOptional, Length, Matches } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A decimal number as text: exact, whatever its size. */
const DECIMAL = /^-?\d{1,15}(\.\d{1,3})?$/;

/** `erp.commitment.recorded.v1`: an order commits money of a project. */
export class CommitmentData {
  @Length(1, 60) readonly orderNumber!: string;
  @Length(1, 60) readonly documentNumber!: string;
  @Length(1, 60) readonly projectCode!: string;
  @IsOptional() @Length(1, 120) readonly wbs?: string;
  @IsOptional() @Length(1, 200) readonly supplier?: string;
  @Matches(DECIMAL) readonly amount!: string;
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;
  @Matches(DATE) readonly documentDate!: string;
  @Matches(DATE) readonly postingDate!: string;
}

/** `erp.invoice.posted.v1`: an invoice, or a credit note with a negative amount. */
export class InvoiceData {
  @IsOptional() @Length(1, 60) readonly orderNumber?: string;
  @Length(1, 60) readonly documentNumber!: string;
  @Length(1, 60) readonly projectCode!: string;
  @IsOptional() @Length(1, 120) readonly wbs?: string;
  @IsOptional() @Length(1, 200) readonly supplier?: string;
  @Matches(DECIMAL) readonly amount!: string;
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;
  @Matches(DATE) readonly documentDate!: string;
  @Matches(DATE) readonly postingDate!: string;
}
