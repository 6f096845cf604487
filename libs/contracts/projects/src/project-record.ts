import { IsUUID } from 'class-validator';
import { ProjectFile } from './project-file.js';

/** The record of one project. */
export class ProjectRecord {
  static readonly subject = 'requests.projects.project-record.v1';
  static readonly kind = 'query';
  static readonly answer = ProjectFile;

  @IsUUID() readonly projectId!: string;
}
