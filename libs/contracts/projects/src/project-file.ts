import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
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
import { MilestoneLine } from './milestone-line.js';
import { PhasePlan } from './phase-plan.js';
import { SnapshotFigure } from './snapshot-figure.js';

/** The record of a project with its milestones and what earlier snapshots said. */
export class ProjectFile {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

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

  @IsString() @Length(1, 40) readonly stage!: string;

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

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly wholeLifeCostMinor?: string;

  @IsOptional() @IsNumber() readonly durationMonths?: number;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly deliveryConfidence?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly snapshot?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly start?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly finish?: string;

  @IsBoolean() readonly isConfidential!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SnapshotFigure)
  readonly history!: readonly SnapshotFigure[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneLine)
  readonly milestones!: readonly MilestoneLine[];
}
