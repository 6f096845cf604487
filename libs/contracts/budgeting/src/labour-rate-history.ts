import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, IsUUID, Length, Min, ValidateNested } from 'class-validator';
import { LabourRateVersion } from './labour-rate-version.js';

/** A rate with all that was ever recorded of it. It is for whoever fits all that is named here; nothing named: the house. */
export class LabourRateHistory {
  @IsUUID() readonly rateId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsOptional() @IsUUID() readonly personId?: string;

  /** The people of a partner: its rate card. */
  @IsOptional() @IsUUID() readonly partnerId?: string;

  @IsOptional() @IsString() @Length(1, 120) readonly role?: string;

  @IsOptional() @IsString() @Length(1, 60) readonly grade?: string;

  @IsOptional() @IsString() @Length(1, 120) readonly siteId?: string;

  /** The version that holds on the day asked for; absent when none does. */
  @IsOptional() @IsInt() @Min(1) readonly versionInForce?: number;

  /** The latest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LabourRateVersion)
  readonly versions!: readonly LabourRateVersion[];
}
