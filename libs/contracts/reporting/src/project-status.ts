import { IsUUID } from 'class-validator';
import { ProjectStatusFigures } from './project-status-figures.js';

/** The computed status of one project. */
export class ProjectStatus {
  static readonly subject = 'requests.reporting.project-status.v1';
  static readonly kind = 'query';
  static readonly answer = ProjectStatusFigures;

  @IsUUID() readonly projectId!: string;
}
