import { IsUUID } from 'class-validator';
import { LifecycleReport } from './lifecycle-report.js';

/** The life of a project: what was asked for at first, every transition, and where it may go from here. */
export class ProjectLifecycle {
  static readonly subject = 'requests.projects.project-lifecycle.v1';
  static readonly kind = 'query';
  static readonly answer = LifecycleReport;

  @IsUUID() readonly projectId!: string;
}
