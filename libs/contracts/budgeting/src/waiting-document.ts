import { IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';

/** A document of the accounts, and what it waits for. */
export class WaitingDocument {
  /** What it is and its key: `receipt erp:GR-7`. */
  @IsString() @Length(1, 160) readonly document!: string;

  @IsString() @Length(1, 60) readonly projectCode!: string;

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  /** `XXX` where it has no amount of its own. */
  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  /** `project-unknown`, `currency-differs`, `order-unknown`, `document-unknown`, or the end of a refusal's code. */
  @IsString() @Length(1, 60) readonly reason!: string;

  /** The reason in words. */
  @IsOptional() @IsString() @Length(1, 1000) readonly sentence?: string;

  @IsISO8601() readonly receivedAt!: string;

  /** When somebody tried it by hand the last time. */
  @IsOptional() @IsISO8601() readonly retriedAt?: string;

  /** Their name. */
  @IsOptional() @IsString() @Length(1, 200) readonly retriedBy?: string;
}
