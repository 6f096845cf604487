import { IsUUID } from 'class-validator';
import { SprintFile } from './sprint-file.js';

/** A sprint with its days, its items and its retrospective. */
export class SprintRecord {
  static readonly subject = 'requests.projects.sprint-record.v1';
  static readonly kind = 'query';
  static readonly answer = SprintFile;

  @IsUUID() readonly projectId!: string;

  @IsUUID() readonly sprintId!: string;
}
