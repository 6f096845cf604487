import { SprintPlan } from './sprint-plan.js';

/** A sprint was planned, or planned anew before it began. */
export class SprintPlanned extends SprintPlan {
  static readonly subject = 'events.projects.sprint-planned.v1';
  static readonly aggregate = 'projectId';
}
