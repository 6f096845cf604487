import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
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
import { BudgetVersion } from './budget-version.js';
import { CostLine } from './cost-line.js';

/** Approves the budget of a project from its cost lines; a second approval is a new version. */
export class ApproveBudget {
  static readonly subject = 'requests.budgeting.approve-budget.v1';
  static readonly kind = 'command';
  static readonly answer = BudgetVersion;

  @IsUUID() readonly projectId!: string;

  @Matches(/^[A-Z]{3}$/) readonly currency!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CostLine)
  readonly lines!: readonly CostLine[];

  @IsOptional() @Matches(/^-?\d{1,18}$/) readonly contingencyMinor?: string;

  /** Deviation of the forecast that is still tolerated; 10 when left out. */
  @IsOptional() @IsNumber() readonly tolerancePercent?: number;

  /** Calendar days that the forecast finish may lie after the planned one; what was set before when left out, at first no limit. */
  @IsOptional() @IsInt() @Min(0) @Max(3_650) readonly toleranceDays?: number;

  /** What happens when a commitment or cost exceeds what is available; hard-stop when left out. */
  @IsOptional() @IsIn(['hard-stop', 'warn']) readonly policy?: 'hard-stop' | 'warn';

  @IsString() @Length(1, 300) readonly decision!: string;
}
