import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { BenefitFigures } from './benefit-figures.js';

/** Benefits by the day of their target. */
export class BenefitRegister {
  @ValidateNested({ each: true })
  @Type(() => BenefitFigures)
  readonly benefits!: readonly BenefitFigures[];
}
