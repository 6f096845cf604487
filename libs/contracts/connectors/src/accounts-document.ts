import { IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/** What every document of the accounts says of itself. */
export class AccountsDocument {
  /** Source and number of the document: `erp:GR-7`. A document is taken once. */
  @IsString() @Length(1, 120) readonly documentKey!: string;

  @IsString() @Length(1, 60) readonly projectCode!: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly wbs?: string;

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly documentOn!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;
}
