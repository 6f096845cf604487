import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** Something that keeps a project from being closed. */
export class ClosingItem {
  /** A word of the service that names it, such as `commitment`, `booking`, `milestone`, `decision`. */
  @IsString() @Length(1, 40) readonly kind!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  /** By which the service knows it. */
  @IsOptional() @IsString() @Length(1, 200) readonly itemId?: string;

  @IsOptional() @IsString() @Length(1, 300) readonly detail?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly amountMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;
}
