import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, Min, ValidateNested } from 'class-validator';
import { TemplateLineChoice } from './template-line-choice.js';
import { TemplateVersionPreview } from './template-version-preview.js';

/** What would become of the plan of a project, and of the projects that wait for it, if it took these lines. Nothing is written. */
export class PreviewTemplateVersion {
  static readonly subject = 'requests.projects.preview-template-version.v1';
  static readonly kind = 'query';
  static readonly answer = TemplateVersionPreview;

  @IsUUID() readonly projectId!: string;

  @IsInt() @Min(2) readonly toVersion!: number;

  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => TemplateLineChoice)
  readonly lines!: readonly TemplateLineChoice[];
}
