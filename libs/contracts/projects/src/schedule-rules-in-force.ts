import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { ScheduleClash } from './schedule-clash.js';

/** The rules as they are, whoever set them. */
export class ScheduleRulesInForce {
  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly statusDate?: string;

  @IsIn(['retained-logic', 'progress-override'])
  readonly outOfSequence!: 'retained-logic' | 'progress-override';

  @IsIn(['constraint', 'link']) readonly honour!: 'constraint' | 'link';

  /** Who set them; absent while they are those of the plan file. */
  @IsOptional() @IsString() @Length(1, 300) readonly setByName?: string;

  @IsOptional() @IsISO8601() readonly setAt?: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ScheduleClash)
  readonly clashes!: readonly ScheduleClash[];
}
