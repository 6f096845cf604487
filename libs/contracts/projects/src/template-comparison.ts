import { Type } from 'class-transformer';
import { IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { TemplateDifference } from './template-difference.js';

/** Two versions of a template side by side. */
export class TemplateComparison {
  @IsUUID() readonly templateId!: string;

  @IsInt() @Min(1) readonly from!: number;

  @IsInt() @Min(1) readonly to!: number;

  @IsInt() @Min(0) readonly added!: number;

  @IsInt() @Min(0) readonly removed!: number;

  @IsInt() @Min(0) readonly changed!: number;

  /** In the order of the later outline, what is gone last; at most 2000. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateDifference)
  readonly tasks!: readonly TemplateDifference[];
}
