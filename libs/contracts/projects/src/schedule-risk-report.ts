import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsUUID, Min, ValidateNested } from 'class-validator';
import { RiskSimulation } from './risk-simulation.js';
import { TaskEstimate } from './task-estimate.js';

/** How uncertain a plan is, and what a simulation made of it. */
export class ScheduleRiskReport {
  @IsUUID() readonly projectId!: string;

  /** In the order of the plan; at most 500. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TaskEstimate)
  readonly estimates!: readonly TaskEstimate[];

  @IsInt() @Min(0) readonly estimateCount!: number;

  /** Open risks of the register that can still delay or cost something. */
  @IsOptional() @IsInt() @Min(0) readonly riskCount?: number;

  /** The last one; absent while nobody has simulated. */
  @IsOptional()
  @ValidateNested()
  @Type(() => RiskSimulation)
  readonly simulation?: RiskSimulation;
}
