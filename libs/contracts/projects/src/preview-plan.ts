import { IsString, IsUUID, Length } from 'class-validator';
import { PlanDifferences } from './plan-differences.js';

/** What would become of the plan of a project if this file took its place. The file is read as `ImportPlan` reads it; nothing is written. */
export class PreviewPlan {
  static readonly subject = 'requests.projects.preview-plan.v1';
  static readonly kind = 'query';
  static readonly answer = PlanDifferences;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly fileName!: string;

  @IsString() @Length(1, 16000000) readonly contentBase64!: string;
}
