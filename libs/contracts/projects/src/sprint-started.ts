import { SprintCommitment } from './sprint-commitment.js';

/** A sprint began; its commitment is fixed. */
export class SprintStarted extends SprintCommitment {
  static readonly subject = 'events.projects.sprint-started.v1';
  static readonly aggregate = 'projectId';
}
