import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { PartnerPersonLine } from './partner-person-line.js';

/** A partner and its people. */
export class PartnerLine {
  @IsUUID() readonly partnerId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly contactName?: string;

  @IsOptional()
  @IsString()
  @Length(1, 320)
  readonly contactEmail?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly agreedFrom!: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly agreedUntil?: string;

  /** By name. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PartnerPersonLine)
  readonly people!: readonly PartnerPersonLine[];
}
