import { randomUUID } from 'node:crypto';
import { LabourCost, RecordLabourRate, WaitingTime } from '@meridian/contracts-budgeting';
import { TimeBooked } from '@meridian/contracts-resourcing';
import type { ServiceUnderTest } from '@meridian/testing';
import { anna } from './trial-project.js';
import type { TrialProject } from './trial-project.js';

/** Approved time of people, as resourcing tells it, and what budgeting says it cost. A line is 450 minutes of 3 February. */
export class TrialTime {
  constructor(private readonly budgeting: ServiceUnderTest) {}

  rateOf(personId: string, perHourMinor: string, more: Partial<RecordLabourRate> = {}) {
    const rate = { rateId: randomUUID(), personId, validFrom: '2026-01-01', perHourMinor, currency: 'EUR' };
    return this.budgeting.ask(anna, RecordLabourRate, { ...rate, decision: 'Rate card 2026', ...more });
  }

  async book(project: TrialProject, personId: string, more: Partial<TimeBooked> = {}): Promise<string> {
    const { projectId } = project;
    const entryId = more.entryId ?? randomUUID();
    const line = { entryId, projectId, personId, day: '2026-02-03', minutes: 450 };
    await this.budgeting.hears(TimeBooked, { ...line, ...more });
    return entryId;
  }

  takenBack(project: TrialProject, personId: string, reversesEntryId: string): Promise<string> {
    return this.book(project, personId, { minutes: -450, reversesEntryId });
  }

  /** Reason, lines and minutes. */
  async waiting({ projectId }: TrialProject) {
    const { waiting } = await this.budgeting.ask(anna, WaitingTime, {});
    return waiting
      .filter((line) => line.projectId === projectId)
      .map(({ reason, entries, minutes }) => [reason, entries, minutes]);
  }

  cost({ projectId }: TrialProject, who = anna) {
    return this.budgeting.ask(who, LabourCost, { projectId });
  }
}
