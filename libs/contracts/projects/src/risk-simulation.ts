import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { RiskBin } from './risk-bin.js';
import { RiskCost } from './risk-cost.js';
import { RiskDate } from './risk-date.js';
import { RiskDriver } from './risk-driver.js';
import { TaskRisk } from './task-risk.js';

/** A simulation of a plan, reproducible from its seed and the inputs that the fingerprint names. */
export class RiskSimulation {
  @IsUUID() readonly simulationId!: string;

  @IsString() @Length(1, 300) readonly requestedByName!: string;

  @IsISO8601() readonly requestedAt!: string;

  @IsInt() @Min(1) readonly planVersion!: number;

  @IsInt() @Min(1) readonly scheduleVersion!: number;

  @IsInt() @Min(1) readonly runs!: number;

  @IsInt() @Min(0) readonly seed!: number;

  /** SHA-256 of plan, progress, rules, estimates and risks. */
  @Matches(/^[0-9a-f]{64}$/) readonly fingerprint!: string;

  /** Plan, estimates and risks are still the same. */
  @IsBoolean() readonly isCurrent!: boolean;

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly plannedFinish!: string;

  /** Share of the runs that finish by the planned day. */
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly plannedConfidence!: number;

  /** How much later than planned on average, in working minutes where one calendar rules the plan, and its deviation. */
  @IsNumber() readonly meanDelayMinutes!: number;

  @IsNumber() @Min(0) readonly deviationMinutes!: number;

  /** P10, P20 and so on to P90. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RiskDate)
  readonly finishes!: readonly RiskDate[];

  /** The finishes of all runs, cut into days or longer stretches of equal length. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RiskBin)
  readonly bins!: readonly RiskBin[];

  /** What shapes the finish most, by sensitivity; at most 50. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TaskRisk)
  readonly tasks!: readonly TaskRisk[];

  /** Risks of the register that took part, the greatest drivers of P80 first; absent in simulations of before. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RiskDriver)
  readonly risks?: readonly RiskDriver[];

  /** What the risks cost together, P10 to P90: the reserve; absent when none costs anything. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RiskCost)
  readonly riskCosts?: readonly RiskCost[];

  @IsOptional() @Matches(/^[A-Z]{3}$/) readonly currency?: string;
}
