import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { ScenariosAnswer } from './scenarios-answer.js';

/** The scenarios of a portfolio, or some of them side by side. */
export class Scenarios {
  static readonly subject = 'requests.budgeting.scenarios.v1';
  static readonly kind = 'query';
  static readonly answer = ScenariosAnswer;

  /** The latest twenty of this portfolio; of all when left out. */
  @IsOptional() @IsString() @Length(1, 100) readonly portfolio?: string;

  /** Only these, in this order. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID('all', { each: true })
  readonly scenarioIds?: readonly string[];
}
