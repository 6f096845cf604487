import { IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';

/** One of the caller's people. */
export class OwnPerson {
  @IsUUID() readonly personId!: string;

  @IsString() @Length(1, 200) readonly personName!: string;

  @IsString() @Length(1, 120) readonly role!: string;

  @IsString() @Length(1, 200) readonly orgUnit!: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly site?: string;

  /** Last day, where one is known. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly employedUntil?: string;

  /** Sheets handed in that wait for a decision. */
  @IsInt() @Min(0) readonly sheetsWaiting!: number;
}
