import { IsUUID } from 'class-validator';
import { ClosingReport } from './closing-report.js';

/** Who has answered whether a project may be closed, and what is open. */
export class ProjectClosing {
  static readonly subject = 'requests.projects.project-closing.v1';
  static readonly kind = 'query';
  static readonly answer = ClosingReport;

  @IsUUID() readonly projectId!: string;
}
