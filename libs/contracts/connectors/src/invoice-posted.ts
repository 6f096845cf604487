import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** ERP: an invoice or credit note (negative) was posted as actual cost. */
export class InvoicePosted {
  static readonly subject = 'events.connectors.invoice-posted.v1';
  static readonly aggregate = 'orderKey';

  /** The order it belongs to, or the invoice's own key when it has none. */
  @IsString() @Length(1, 120) readonly orderKey!: string;

  @IsString() @Length(1, 120) readonly documentKey!: string;

  /** Absent when the invoice has no order. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly orderNumber?: string;

  @IsString() @Length(1, 60) readonly projectCode!: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly wbs?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly supplier?: string;

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly documentOn!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;
}
