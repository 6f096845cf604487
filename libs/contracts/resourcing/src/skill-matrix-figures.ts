import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { SkillMatrixCell } from './skill-matrix-cell.js';

/** Skills that count today, by skill, the best first, then by name. */
export class SkillMatrixFigures {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SkillMatrixCell)
  readonly cells!: readonly SkillMatrixCell[];
}
