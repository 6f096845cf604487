import { IsUUID } from 'class-validator';
import { Retrospective } from './retrospective.js';

/** The retrospective of a sprint is new or other than before, or one of its actions was settled. Carries the whole. */
export class RetrospectiveRecorded extends Retrospective {
  static readonly subject = 'events.projects.retrospective-recorded.v1';
  static readonly aggregate = 'projectId';

  @IsUUID() readonly projectId!: string;
}
