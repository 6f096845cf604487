import { IsInt, Matches, Min } from 'class-validator';
import { SprintCommitment } from './sprint-commitment.js';

/** A sprint ended: what was committed to, and what was done. */
export class SprintClosed extends SprintCommitment {
  static readonly subject = 'events.projects.sprint-closed.v1';
  static readonly aggregate = 'projectId';

  @Matches(/^\d{4}-\d{2}-\d{2}$/) readonly closedOn!: string;

  @IsInt() @Min(0) readonly donePoints!: number;

  @IsInt() @Min(0) readonly doneItems!: number;

  /** Items that went back to the backlog. */
  @IsInt() @Min(0) readonly unfinishedItems!: number;
}
