import { IsIn, IsUUID } from 'class-validator';
import { PlanExportFile } from './plan-export-file.js';

/** Writes the plan of a project as a file that can be read again: Microsoft Project XML, Primavera XML or a table. */
export class ExportPlan {
  static readonly subject = 'requests.projects.export-plan.v1';
  static readonly kind = 'query';
  static readonly answer = PlanExportFile;

  @IsUUID() readonly projectId!: string;

  @IsIn(['mspdi', 'pmxml', 'csv']) readonly format!: 'mspdi' | 'pmxml' | 'csv';
}
