import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { DecisionLine } from './decision-line.js';
import { GateInPortfolio } from './gate-in-portfolio.js';

/** What needs a decision: gates due and decisions asked for. */
export class WaitingDecisions {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GateInPortfolio)
  readonly gates!: readonly GateInPortfolio[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DecisionLine)
  readonly decisions!: readonly DecisionLine[];

  @IsInt() @Min(0) readonly gatesNext30Days!: number;

  @IsInt() @Min(0) readonly gatesWithoutEvidence!: number;
}
