import { Type } from 'class-transformer';
import { IsArray, IsOptional, ValidateNested } from 'class-validator';
import { HandOver } from './hand-over.js';
import { OpenApproval } from './open-approval.js';

/** Hand-overs by last day and person. */
export class HandOversFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandOver)
  readonly handOvers!: readonly HandOver[];

  /** What waits for a decision of those who leave. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OpenApproval)
  readonly approvals?: readonly OpenApproval[];
}
