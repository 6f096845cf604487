import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
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
import { DependencyStep } from './dependency-step.js';

export const DEPENDENCY_STATES = ['offered', 'accepted', 'rejected', 'withdrawn'] as const;
export type DependencyState = (typeof DEPENDENCY_STATES)[number];

/** A dependency contract as one of its projects sees it. */
export class DependencyLine {
  @IsUUID() readonly dependencyId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsIn(['gives', 'gets']) readonly direction!: 'gives' | 'gets';

  @IsString() @Length(1, 300) readonly name!: string;

  @IsIn(DEPENDENCY_STATES) readonly state!: DependencyState;

  /** Whose answer is waited for; absent when nobody's. */
  @IsOptional() @IsIn(['giver', 'taker']) readonly turn?: 'giver' | 'taker';

  /** The day both agreed on; it stands while another one is negotiated. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly promisedOn?: string;

  /** The day on the table. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly offeredOn?: string;

  /** "a confidential project" for who may not see it; then nothing of its plan is told. */
  @IsString() @Length(1, 300) readonly otherName!: string;

  @IsOptional() @IsUUID() readonly otherProjectId?: string;

  @IsOptional() @IsUUID() readonly taskId?: string;

  /** When the task is computed to finish; absent when it left its plan. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly forecastOn?: string;

  /** The forecast lies after the agreed day, or there is none any more. */
  @IsBoolean() readonly isAtRisk!: boolean;

  /** The caller may answer for the side whose turn it is. */
  @IsBoolean() readonly isYourTurn!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DependencyStep)
  readonly history!: readonly DependencyStep[];
}
