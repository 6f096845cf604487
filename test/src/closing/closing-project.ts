import { randomUUID } from 'node:crypto';
import {
  ClosingEnded,
  ClosingStarted,
  ClosingWithdrawn,
  ProjectRecorded,
} from '@meridian/contracts-projects';
import { person } from '@meridian/testing';
import type { ServiceUnderTest } from '@meridian/testing';

export const anna = person('pmo-manager', 'Anna Meyer');

const STARTED_ON = '2026-11-23';

/** A project as its owner tells a service of it, in closing or not. */
export class ClosingProject {
  readonly code: string;
  #version = 0;

  constructor(
    private readonly service: ServiceUnderTest,
    readonly projectId: string = randomUUID(),
  ) {
    this.code = `P-${projectId.slice(0, 8)}`;
  }

  record(stage: 'delivery' | 'closing', phases: ProjectRecorded['phases'] = []): Promise<void> {
    this.#version += 1;
    const { projectId, code } = this;
    return this.service.hears(ProjectRecorded, {
      projectId,
      version: this.#version,
      code,
      name: 'Bridge',
      portfolio: 'Roads',
      stage,
      phases,
      currency: 'EUR',
      isConfidential: false,
    });
  }

  /** Returns the id of the closing. */
  async start(closingId: string = randomUUID(), isStopped = false): Promise<string> {
    const { projectId, code } = this;
    const asks = [{ owner: 'budgeting' as const, what: 'Orders settled' }];
    const days = { startedOn: STARTED_ON, dueOn: '2026-12-23' };
    const closing = { projectId, closingId, code, name: 'Bridge', isStopped, asks, ...days };
    await this.service.hears(ClosingStarted, closing);
    return closingId;
  }

  withdraw(closingId: string): Promise<void> {
    const by = { withdrawnBy: anna.personId, withdrawnByName: anna.name, withdrawnOn: STARTED_ON };
    const { projectId } = this;
    return this.service.hears(ClosingWithdrawn, { projectId, closingId, reason: 'More to do', ...by });
  }

  end(closingId: string): Promise<void> {
    const by = { endedBy: anna.personId, endedByName: anna.name, endedOn: STARTED_ON };
    const nothing = { isOverridden: false, leftOpen: [], overridden: [] };
    const { projectId } = this;
    return this.service.hears(ClosingEnded, { projectId, closingId, to: 'archived', ...nothing, ...by });
  }
}
