import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { HealthDimension } from './health-dimension.js';

/** The computed status of a project changed. */
export class ProjectStatusChanged {
  static readonly subject = 'events.reporting.project-status-changed.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsIn(['on-track', 'at-risk', 'off-track', 'unknown'])
  readonly overall!: 'on-track' | 'at-risk' | 'off-track' | 'unknown';

  @ValidateNested() @Type(() => HealthDimension) readonly schedule!: HealthDimension;

  @ValidateNested() @Type(() => HealthDimension) readonly cost!: HealthDimension;

  @ValidateNested() @Type(() => HealthDimension) readonly quality!: HealthDimension;

  @ValidateNested() @Type(() => HealthDimension) readonly resources!: HealthDimension;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly percentComplete?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly cpi?: string;

  @IsOptional() @Matches(/^-?\d{1,15}(\.\d{1,6})?$/) readonly spi?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly bacMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly evMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly acMinor?: string;

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly eacMinor?: string;

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly baselineFinish?: string;

  /** Type of the event that changed it. */
  @IsString() @Length(1, 200) readonly causedBy!: string;
}
