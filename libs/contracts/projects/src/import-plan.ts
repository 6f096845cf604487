import { IsString, IsUUID, Length } from 'class-validator';
import { PlanImportReport } from './plan-import-report.js';

/**
 * Reads a Microsoft Project XML file (MSPDI), computes its schedule and adopts it as the plan of the
 * project.
 */
export class ImportPlan {
  static readonly subject = 'requests.projects.import-plan.v1';
  static readonly kind = 'command';
  static readonly answer = PlanImportReport;

  @IsUUID() readonly projectId!: string;

  @IsString() @Length(1, 300) readonly fileName!: string;

  @IsString() @Length(1, 16000000) readonly contentBase64!: string;
}
