import { IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** What was asked for at first, as it was sent. */
export class OriginalRequest {
  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 20_000) readonly request!: string;

  @IsOptional() @IsString() readonly orgUnit?: string;

  @IsOptional() @IsString() readonly category?: string;

  @IsUUID() readonly submittedBy!: string;

  @IsString() @Length(1, 300) readonly submittedByName!: string;

  @IsISO8601() readonly submittedAt!: string;
}
