import { Type } from 'class-transformer';
import { IsArray, IsInt, ValidateNested } from 'class-validator';
import { TemplateGate } from './template-gate.js';
import { TemplateLine } from './template-line.js';
import { TemplateLink } from './template-link.js';
import { TemplateTask } from './template-task.js';

/** A version of a template: its figures, tasks, links and gates. */
export class TemplateFile {
  @ValidateNested() @Type(() => TemplateLine) readonly template!: TemplateLine;

  /** All versions there are, the first one first. */
  @IsArray() @IsInt({ each: true }) readonly versions!: readonly number[];

  /** In the order of the outline; at most 2000. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateTask)
  readonly tasks!: readonly TemplateTask[];

  /** Between the listed tasks. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateLink)
  readonly links!: readonly TemplateLink[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateGate)
  readonly gates!: readonly TemplateGate[];
}
