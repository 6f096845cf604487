import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { ScenarioFigures } from './scenario-figures.js';

/** Scenarios, the latest first or in the order they were asked for. */
export class ScenariosAnswer {
  @ValidateNested({ each: true })
  @Type(() => ScenarioFigures)
  readonly scenarios!: readonly ScenarioFigures[];
}
