import { IsISO8601, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

/** A received event and its verdict. */
export class InboundLine {
  @IsUUID() readonly recordId!: string;

  @IsString() @Length(1, 300) readonly source!: string;

  @IsString() @Length(1, 200) readonly id!: string;

  @IsString() @Length(1, 200) readonly type!: string;

  @IsISO8601() readonly receivedAt!: string;

  @IsString() @Length(1, 20) readonly verdict!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;
}
