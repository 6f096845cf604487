import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { TemplateLine } from './template-line.js';

/** Templates by name; retired ones last. */
export class TemplateList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateLine)
  readonly templates!: readonly TemplateLine[];
}
