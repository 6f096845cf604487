import { IsIn, IsOptional, Length, Matches } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A decimal number as text: exact, whatever its size. */
const DECIMAL = /^-?\d{1,15}(\.\d{1,3})?$/;

/** What every document of the accounts brings along. */
export class DocumentData {
  @Length(1, 60) readonly documentNumber!: string;
  @Length(1, 60) readonly projectCode!: string;
  @IsOptional() @Length(1, 120) readonly wbs?: string;
  @Matches(DECIMAL) readonly amount!: string;
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;
  @Matches(DATE) readonly documentDate!: string;
  @Matches(DATE) readonly postingDate!: string;
}

/** `erp.requisition.recorded.v1`: somebody asks for an order to come. */
export class RequisitionData extends DocumentData {
  @Length(1, 60) readonly requisitionNumber!: string;
  @IsOptional() @Matches(DATE) readonly validUntil?: string;
}

/** `erp.requisition.ended.v1`: it was rejected or withdrawn. */
export class RequisitionEndData {
  @Length(1, 60) readonly requisitionNumber!: string;
  @Length(1, 60) readonly documentNumber!: string;
  @Length(1, 60) readonly projectCode!: string;
  @IsIn(['rejected', 'withdrawn']) readonly outcome!: 'rejected' | 'withdrawn';
  @Matches(DATE) readonly postingDate!: string;
}

/** `erp.commitment.recorded.v1`: an order commits money of a project. */
export class CommitmentData extends DocumentData {
  @Length(1, 60) readonly orderNumber!: string;
  @IsOptional() @Length(1, 60) readonly requisitionNumber?: string;
  @IsOptional() @Length(1, 200) readonly supplier?: string;
}

/** `erp.order.changed.v1`, by the difference; `erp.receipt.posted.v1`, at the price of the order. */
export class OrderDocumentData extends DocumentData {
  @Length(1, 60) readonly orderNumber!: string;
}

/** `erp.invoice.posted.v1`: an invoice, or a credit note with a negative amount. */
export class InvoiceData extends DocumentData {
  @IsOptional() @Length(1, 60) readonly orderNumber?: string;
  @IsOptional() @Length(1, 200) readonly supplier?: string;
}

/** `erp.journal.posted.v1`: cost without an order, negative to correct it; an accrual comes back by itself. */
export class JournalData extends DocumentData {
  @IsIn(['correction', 'accrual']) readonly journalKind!: 'correction' | 'accrual';
  @IsOptional() @Matches(DATE) readonly reversalDate?: string;
}

/** `erp.document.reversed.v1`: a receipt, an invoice or a journal was cancelled. */
export class ReversalData extends DocumentData {
  @IsIn(['receipt', 'invoice', 'journal']) readonly reversedKind!: 'receipt' | 'invoice' | 'journal';
  @Length(1, 60) readonly reversedDocumentNumber!: string;
  @IsOptional() @Length(1, 60) readonly orderNumber?: string;
}

/** `erp.period.closed.v1`, `erp.period.opened.v1`. */
export class PeriodData {
  /** The fiscal calendar by its name here: the fiscal year variant, or the ledger. */
  @Length(1, 120) readonly calendar!: string;
  @Length(1, 30) readonly period!: string;
  @IsOptional() @Matches(DATE) readonly date?: string;
}
