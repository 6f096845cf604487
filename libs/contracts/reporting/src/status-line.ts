import { Type } from 'class-transformer';
import {
  IsISO8601,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { HealthDimension } from './health-dimension.js';

/** A project in the portfolio with its health. */
export class StatusLine {
  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly programme?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly managerName?: string;

  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly overall!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';

  @ValidateNested() @Type(() => HealthDimension) readonly schedule!: HealthDimension;

  @ValidateNested() @Type(() => HealthDimension) readonly cost!: HealthDimension;

  @ValidateNested() @Type(() => HealthDimension) readonly quality!: HealthDimension;

  @ValidateNested() @Type(() => HealthDimension) readonly resources!: HealthDimension;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly percentComplete?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly cpi?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spi?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly bacMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly acMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly eacMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineFinish?: string;

  @IsISO8601() readonly updatedAt!: string;
}
