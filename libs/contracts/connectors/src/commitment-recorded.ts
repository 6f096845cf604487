import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** ERP: an order commits money of a project. */
export class CommitmentRecorded {
  static readonly subject = 'events.connectors.commitment-recorded.v1';
  static readonly aggregate = 'orderKey';

  /**
   * Source and order number: `erp:PO-1`. Invoices of the order carry the same key, so that their order is
   * kept.
   */
  @IsString() @Length(1, 120) readonly orderKey!: string;

  @IsString() @Length(1, 120) readonly documentKey!: string;

  /** The requisition it was ordered from. */
  @IsOptional() @IsString() @Length(1, 120) readonly requisitionKey?: string;

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
