import { Type } from 'class-transformer';
import { IsArray, IsIn, IsISO8601, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { DeliverableFinding } from './deliverable-finding.js';
import { DELIVERABLE_STATES, type DeliverableState } from './deliverable-states.js';

/** Somebody did something about a deliverable; agreed more than once, it was changed. */
export class DeliverableStep {
  @IsIn(DELIVERABLE_STATES) readonly state!: DeliverableState;

  @IsString() @Length(1, 200) readonly byName!: string;

  @IsISO8601() readonly at!: string;

  /** Of what was handed in. */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  readonly evidence?: string;

  /** Of a decision. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DeliverableFinding)
  readonly findings?: readonly DeliverableFinding[];
}
