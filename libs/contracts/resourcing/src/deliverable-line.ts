import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DELIVERABLE_STATES, type DeliverableState } from './deliverable-states.js';
import { DeliverableStep } from './deliverable-step.js';

/** A deliverable with every step it went. */
export class DeliverableLine {
  @IsUUID() readonly deliverableId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsUUID() readonly partnerId!: string;

  @IsString() @Length(1, 200) readonly partnerName!: string;

  @IsUUID() readonly projectId!: string;

  @IsString() @MaxLength(200) readonly projectName!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsArray() @IsString({ each: true }) readonly criteria!: readonly string[];

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly dueOn!: string;

  @IsIn(DELIVERABLE_STATES) readonly state!: DeliverableState;

  /** Not handed in, or rejected, and its day is over. */
  @IsBoolean() readonly isOverdue!: boolean;

  /** What the caller may do with it now. */
  @IsBoolean() readonly mayHandIn!: boolean;

  @IsBoolean() readonly mayDecide!: boolean;

  @IsBoolean() readonly mayChange!: boolean;

  /** The latest first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DeliverableStep)
  readonly steps!: readonly DeliverableStep[];
}
