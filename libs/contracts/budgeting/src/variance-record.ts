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
import { VarianceEntry } from './variance-entry.js';

/** A forecast that left its tolerance, and what its owner does about it. */
export class VarianceRecord {
  @IsUUID() readonly varianceId!: string;

  @IsUUID() readonly projectId!: string;

  @IsOptional() @IsString() @Length(1, 300) readonly projectName?: string;

  @IsIn(['cost', 'finish']) readonly of!: 'cost' | 'finish';

  /** Asked: its owner has to explain it. Acting: a corrective action is under way. Closed: the action worked. */
  @IsIn(['asked', 'acting', 'closed']) readonly state!: 'asked' | 'acting' | 'closed';

  @IsInt() @Min(1) readonly version!: number;

  /** Whom it asks: the manager of the project, who answers for all its control accounts. */
  @IsOptional() @IsUUID() readonly ownerPersonId?: string;

  /** Per cent of the budget, or calendar days. */
  @IsIn(['percent', 'days']) readonly unit!: 'percent' | 'days';

  /** What was tolerated when it was opened. */
  @Matches(/^\d{1,15}(\.\d{1,6})?$/) readonly limit!: string;

  /** Whether the forecast is outside of its tolerance now. */
  @IsBoolean() readonly isBroken!: boolean;

  @IsOptional() @IsString() @Length(1, 4000) readonly cause?: string;

  @IsOptional() @IsString() @Length(1, 4000) readonly impact?: string;

  @IsOptional() @IsString() @Length(1, 4000) readonly action?: string;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn?: string;

  /** The corrective action is due and nobody said that it worked. */
  @IsBoolean() readonly isOverdue!: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => VarianceEntry)
  readonly history!: readonly VarianceEntry[];
}
