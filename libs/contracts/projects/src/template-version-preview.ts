import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { HitProject } from './hit-project.js';
import { PlanDifferences } from './plan-differences.js';

/** A plan before and after lines of a later version of its template. */
export class TemplateVersionPreview {
  @ValidateNested() @Type(() => PlanDifferences) readonly plan!: PlanDifferences;

  /** Other projects whose plans would move through links, the largest move first. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HitProject)
  readonly projects!: readonly HitProject[];
}
