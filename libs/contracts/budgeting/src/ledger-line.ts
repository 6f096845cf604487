import { IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

/** One posting of an entry: what it did to one account, on whose decision, by whom. */
export class LedgerLine {
  @IsUUID() readonly entryId!: string;

  @Matches(/^\d{1,18}$/) readonly entryNo!: string;

  @IsString() @Length(1, 30) readonly entryKind!: string;

  /** Which account of the budget: `budget` is what is available. */
  @IsString() @Length(1, 30) readonly account!: string;

  @IsString() @Length(1, 30) readonly period!: string;

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  /** The day of the document, where it counts for another because its own period was closed. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly documentOn?: string;

  @IsISO8601() readonly recordedAt!: string;

  @IsString() @Length(1, 300) readonly reference!: string;

  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;

  /** The person, or the system that announced it. */
  @IsOptional() @IsString() @Length(1, 200) readonly postedBy?: string;

  @IsOptional() @IsUUID() readonly reverses?: string;

  /** The name of that person, where it is known. */
  @IsOptional() @IsString() @Length(1, 200) readonly postedByName?: string;
}
