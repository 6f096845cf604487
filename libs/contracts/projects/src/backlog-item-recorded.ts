import { IsUUID } from 'class-validator';
import { BacklogItemLine } from './backlog-item-line.js';

/** An item of a backlog is new or other than before. Carries the whole record. */
export class BacklogItemRecorded extends BacklogItemLine {
  static readonly subject = 'events.projects.backlog-item-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;
}
