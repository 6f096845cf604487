import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, Min, ValidateNested } from 'class-validator';
import { DeliverableLine } from './deliverable-line.js';

/** Deliverables by due date, at most 500. */
export class DeliverablesFigures {
  /** Whether the caller is let in for a partner. */
  @IsBoolean() readonly isPartner!: boolean;

  @IsInt() @Min(0) readonly total!: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DeliverableLine)
  readonly deliverables!: readonly DeliverableLine[];
}
