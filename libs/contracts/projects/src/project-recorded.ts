import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PhasePlan } from './phase-plan.js';

/**
 * The record of a project was created or changed. Carries the whole record, so that consumers overwrite
 * what they hold.
 */
export class ProjectRecorded {
  static readonly subject = 'events.projects.project-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;

  /** Rises by one with every change of the record. */
  @IsInt() @Min(1) readonly version!: number;

  /** Number the organisation knows the project by; unique. */
  @IsString() @Length(1, 60) readonly code!: string;

  @IsString() @Length(1, 300) readonly name!: string;

  @IsString() @Length(1, 200) readonly portfolio!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly programme?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly orgUnit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly category?: string;

  @IsIn(['idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived'])
  readonly stage!:
    'idea' | 'proposal' | 'candidate' | 'approved' | 'delivery' | 'closing' | 'benefits' | 'archived';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PhasePlan)
  readonly phases!: readonly PhasePlan[];

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly currentPhaseId?: string;

  @IsOptional() @IsUUID() readonly managerPersonId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly managerName?: string;

  @IsOptional() @IsUUID() readonly sponsorPersonId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly sponsorName?: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  /** As reported by the portfolio list, not a budget. */
  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly wholeLifeCostMinor?: string;

  /** Planned start to end, months of 30.44 days. */
  @IsOptional() @IsNumber() readonly durationMonths?: number;

  /** Independent rating of the latest snapshot; absent is not "exempt". */
  @IsOptional()
  @IsIn(['red', 'amber', 'green'])
  readonly deliveryConfidence?: 'red' | 'amber' | 'green';

  /** Period of the portfolio list that the record was last taken from. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly snapshot?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsBoolean() readonly isConfidential!: boolean;
}
