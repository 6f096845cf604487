import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** Something that keeps a project from being closed. */
export class OpenMoneyItem {
  /** `commitment`, `accrual`, `requisition`, `reserve`, `waiting-document`; others may come. */
  @IsString() @Length(1, 40) readonly kind!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional() @IsString() @Length(1, 200) readonly itemId?: string;

  @IsOptional() @IsString() @Length(1, 300) readonly detail?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;
}
