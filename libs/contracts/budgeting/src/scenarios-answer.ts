import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { ScenarioFigures } from './scenario-figures.js';

export class ScenariosAnswer {
  @ValidateNested({ each: true })
  @Type(() => ScenarioFigures)
  readonly scenarios!: readonly ScenarioFigures[];
}
