import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { CandidateSensitivity } from './candidate-sensitivity.js';
import { NextBestSelection } from './next-best-selection.js';
import { ScenarioChange } from './scenario-change.js';
import { ScenarioChoice } from './scenario-choice.js';
import { ScenarioLimit } from './scenario-limit.js';
import { ScenarioValuation } from './scenario-valuation.js';
import { ScenarioWorth } from './scenario-worth.js';

/** A computed scenario: what is done and when, what it is worth and uses, how good that is proven to be, what it would change. */
export class ScenarioFigures {
  @IsUUID() readonly scenarioId!: string;

  @IsInt() @Min(1) readonly version!: number;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 100) readonly portfolio!: string;

  @IsIn(['computed', 'approved', 'superseded']) readonly state!: 'computed' | 'approved' | 'superseded';

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsArray() @IsString({ each: true }) readonly periods!: readonly string[];

  /** `optimal` and `within-gap` are proven; `best-found`: time was over. */
  @IsIn(['optimal', 'within-gap', 'best-found']) readonly proof!: 'optimal' | 'within-gap' | 'best-found';

  @Matches(/^-?\d{1,18}$/) readonly value!: string;

  /** No selection is worth more. */
  @IsOptional() @IsNumber() readonly bound?: number;

  /** How far the best may be above this one, in per cent of its value. */
  @IsOptional() @IsNumber() @Min(0) readonly gapPercent?: number;

  @Matches(/^\d{1,18}$/) readonly costMinor!: string;

  @ValidateNested({ each: true })
  @Type(() => ScenarioChoice)
  readonly choices!: readonly ScenarioChoice[];

  @ValidateNested({ each: true })
  @Type(() => ScenarioLimit)
  readonly limits!: readonly ScenarioLimit[];

  @IsOptional()
  @ValidateNested()
  @Type(() => NextBestSelection)
  readonly nextBest?: NextBestSelection;

  @ValidateNested({ each: true })
  @Type(() => ScenarioWorth)
  readonly worth!: readonly ScenarioWorth[];

  /** Of the candidates that were asked about. */
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => CandidateSensitivity)
  readonly sensitivity?: readonly CandidateSensitivity[];

  @ValidateNested({ each: true })
  @Type(() => ScenarioChange)
  readonly changes!: readonly ScenarioChange[];

  @IsISO8601() readonly computedAt!: string;

  @IsString() @Length(1, 200) readonly computedBy!: string;

  @IsOptional() @IsString() @Length(1, 300) readonly decision?: string;

  @IsOptional() @IsISO8601() readonly approvedAt?: string;

  @IsOptional() @IsString() @Length(1, 200) readonly approvedBy?: string;

  /** Where its values are scores. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ScenarioValuation)
  readonly valuedBy?: ScenarioValuation;

  /** Projects that go on as they are get the budget of the scenario too. */
  @IsOptional() @IsBoolean() readonly givesKeptBudgets?: boolean;
}
