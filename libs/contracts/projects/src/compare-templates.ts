import { IsInt, IsUUID, Min } from 'class-validator';
import { TemplateComparison } from './template-comparison.js';

/** What is other in one version of a template than in another. */
export class CompareTemplates {
  static readonly subject = 'requests.projects.compare-templates.v1';
  static readonly kind = 'query';
  static readonly answer = TemplateComparison;

  @IsUUID() readonly templateId!: string;

  @IsInt() @Min(1) readonly from!: number;

  @IsInt() @Min(1) readonly to!: number;
}
