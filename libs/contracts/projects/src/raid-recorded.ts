import { RaidStanding } from './raid-standing.js';

/** An entry of the register is new or other than before. Carries the whole record. */
export class RaidRecorded extends RaidStanding {
  static readonly subject = 'events.projects.raid-recorded.v1';
  static readonly aggregate = 'projectId';
}
