import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { DocumentPosted } from './document-posted.js';

/**
 * Posts a document by hand, as the accounts would: a requisition reserves, an order commits, a receipt accrues, an invoice
 * is actual cost. What is available is looked up and taken in the same transaction.
 */
export class PostDocument {
  static readonly subject = 'requests.budgeting.post-document.v1';
  static readonly kind = 'command';
  static readonly answer = DocumentPosted;

  @IsIn(['requisition', 'withdrawal', 'order', 'order-change', 'receipt', 'invoice', 'journal', 'accrual'])
  readonly documentKind!:
    'requisition' | 'withdrawal' | 'order' | 'order-change' | 'receipt' | 'invoice' | 'journal' | 'accrual';

  @IsUUID() readonly projectId!: string;

  /** The control account or work package; the project itself when left out. Documents of an order follow their order. */
  @IsOptional() @IsUUID() readonly nodeId?: string;

  /** The requisition or order: its own id for those, that of what it belongs to for the others. */
  @IsOptional() @IsString() @Length(1, 120) readonly orderId?: string;

  /** Of an order: the requisition that it uses first. */
  @IsOptional() @IsString() @Length(1, 120) readonly requisitionId?: string;

  /** Of a journal: cost moves here from `nodeId`, to another budget of the same project. */
  @IsOptional() @IsUUID() readonly toNodeId?: string;

  /** The change of an order and a journal may be below zero. Left out where quantity and price say it. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  /** Of a receipt or invoice whose order has a price per unit. */
  @IsOptional() @Matches(/^\d{1,12}(\.\d{1,3})?$/) readonly quantity?: string;

  /** Of an order: price per unit. */
  @IsOptional() @Matches(/^\d{1,18}$/) readonly unitPriceMinor?: string;

  /** Of an order: how its invoices are matched; three-way wants a receipt first. Not at all when no terms are given. */
  @IsOptional() @IsIn(['two-way', 'three-way']) readonly match?: 'two-way' | 'three-way';

  /** Of an order: by how much an invoice may differ from its price, in per cent; 0 when left out. */
  @IsOptional() @Matches(/^\d{1,3}(\.\d{1,6})?$/) readonly priceTolerancePercent?: string;

  /** Of an invoice: the last one; what is open is released. */
  @IsOptional() @IsBoolean() readonly isFinal?: boolean;

  /** Of a requisition: the last day on which it holds its money. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly expiresOn?: string;

  /** Of an accrual: the day it is taken back on; the first day of the next period when left out. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly reversesOn?: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  @IsString() @Length(1, 200) readonly reference!: string;

  /** The decision it rests on, such as who approved it. */
  @IsString() @Length(1, 300) readonly decision!: string;

  /**
   * The id of an approved exception, where the policy of the budget needs one: it is used by this posting. Where an invoice does
   * not match its order: what was approved, in words.
   */
  @IsOptional() @IsString() @Length(1, 300) readonly exception?: string;
}
