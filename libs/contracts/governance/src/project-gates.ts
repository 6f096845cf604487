import { IsUUID } from 'class-validator';
import { ProjectGovernance } from './project-governance.js';

/** Gates in order, the next one named, and the project's decisions. */
export class ProjectGates {
  static readonly subject = 'requests.governance.project-gates.v1';
  static readonly kind = 'query';
  static readonly answer = ProjectGovernance;

  @IsUUID() readonly projectId!: string;
}
