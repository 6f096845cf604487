import { IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import { TemplateFile } from './template-file.js';

/** One version of a template with all that is in it. */
export class TemplateRecord {
  static readonly subject = 'requests.projects.template-record.v1';
  static readonly kind = 'query';
  static readonly answer = TemplateFile;

  @IsUUID() readonly templateId!: string;

  /** The latest one when absent. */
  @IsOptional() @IsInt() @Min(1) readonly version?: number;
}
