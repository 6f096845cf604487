import { IsString, IsUUID, Length, Matches } from 'class-validator';

/** A posting as the project page lists it. */
export class PostingLine {
  @IsUUID() readonly postingId!: string;

  @IsString() @Length(1, 20) readonly kind!: string;

  @Matches(/^-?\d{1,18}$/) readonly amountMinor!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly postedOn!: string;

  @IsString() @Length(1, 200) readonly reference!: string;
}
