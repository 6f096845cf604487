import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
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
import { RoleHours } from './role-hours.js';
import { ScenarioCandidate } from './scenario-candidate.js';
import { ScenarioFigures } from './scenario-figures.js';
import { ScenarioRule } from './scenario-rule.js';
import { WorthQuestion } from './worth-question.js';

/** Selects the projects, and when they start, that are worth most within budget, people and rules; kept as a scenario. */
export class ComputeScenario {
  static readonly subject = 'requests.budgeting.compute-scenario.v1';
  static readonly kind = 'command';
  static readonly answer = ScenarioFigures;

  @IsUUID() readonly scenarioId!: string;

  @IsString() @Length(1, 200) readonly name!: string;

  @IsString() @Length(1, 100) readonly portfolio!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  /** Names of the periods, such as `2027-Q1`. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(120)
  @IsString({ each: true })
  @Length(1, 30, { each: true })
  readonly periods!: readonly string[];

  /** One amount for each period. */
  @IsArray()
  @ArrayMaxSize(120)
  @Matches(/^\d{1,15}$/, { each: true })
  readonly budgetMinor!: readonly string[];

  /** What there is of the roles that are limited. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RoleHours)
  readonly capacity!: readonly RoleHours[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => ScenarioCandidate)
  readonly candidates!: readonly ScenarioCandidate[];

  @IsArray()
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => ScenarioRule)
  readonly rules!: readonly ScenarioRule[];

  /** How long it may take; 5 when left out. */
  @IsOptional() @IsInt() @Min(1) @Max(10) readonly seconds?: number;

  /** It may stop when it is proven to be so near to the best, in per cent; 0, the best itself, when left out. */
  @IsOptional() @IsNumber() @Min(0) @Max(20) readonly gapPercent?: number;

  /** Also the best of all other selections. */
  @IsOptional() @IsBoolean() readonly withNextBest?: boolean;

  /** Also how far value and cost of these candidates may change before others are chosen, by selecting anew. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(12)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  readonly sensitivityOf?: readonly string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => WorthQuestion)
  readonly worth?: readonly WorthQuestion[];

  /**
   * A round of scoring: every start of a candidate is worth its score then, in millionths, whatever the starts say. The scores
   * are kept with the scenario.
   */
  @IsOptional() @IsUUID() readonly scoringRoundId?: string;

  /** Projects that go on as they are get the budget of the scenario too, not only those that begin or move. */
  @IsOptional() @IsBoolean() readonly givesKeptBudgets?: boolean;
}
