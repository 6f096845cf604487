import { randomBytes } from 'node:crypto';
import { LiveEvents, subjectParts } from '@meridian/bus';
import type { EventContract, LiveEvent } from '@meridian/bus';
import { AttentionCleared, AttentionRaised, ProjectStatusChanged } from '@meridian/contracts-reporting';
import { Injectable } from '@nestjs/common';
import { LiveSource } from './live-message.js';
import type { LiveMessage } from './live-message.js';

/** Aggregates whose last sequence is remembered; the oldest is forgotten first. */
const REMEMBERED = 50_000;

/**
 * Reporting's events as they pass. The bus numbers them per aggregate; the feed needs one row of positions, which this
 * process counts itself. When a number is missing, events passed while the connection was away: a new epoch begins, and
 * clients read everything again instead of going on with a gap.
 */
@Injectable()
export class BusLiveSource extends LiveSource {
  private readonly lastOf = new Map<string, number>();
  private current = newEpoch();
  private position = 0;

  constructor(private readonly events: LiveEvents) {
    super();
  }

  get epoch(): string {
    return this.current;
  }

  /** Screens hear conclusions of reporting, not every single fact of every service. */
  async subscribe(onMessage: (message: LiveMessage) => void): Promise<() => Promise<void>> {
    const ends = [
      this.watch(ProjectStatusChanged, onMessage),
      this.watch(AttentionRaised, onMessage),
      this.watch(AttentionCleared, onMessage),
    ];
    return async () => ends.forEach((end) => end());
  }

  private watch<E extends object>(
    contract: EventContract<E>,
    onMessage: (message: LiveMessage) => void,
  ): () => void {
    const { name } = subjectParts(contract.subject);
    return this.events.watch(contract, (heard) => onMessage(this.messageOf(name, heard)));
  }

  private messageOf(event: string, heard: LiveEvent<object>): LiveMessage {
    this.checkForGap(heard);
    this.position += 1;
    const { projectId } = heard.event as { readonly projectId?: string };
    const data = { ...heard.event, at: heard.at.toISOString() };
    return { epoch: this.current, sequence: this.position, event, projectId, data };
  }

  private checkForGap({ aggregateId, sequence }: LiveEvent<object>): void {
    const last = this.lastOf.get(aggregateId);
    if (last !== undefined && sequence > last + 1) {
      this.current = newEpoch();
      this.position = 0;
    }
    this.lastOf.delete(aggregateId);
    this.lastOf.set(aggregateId, Math.max(sequence, last ?? 0));
    if (this.lastOf.size > REMEMBERED) this.lastOf.delete(this.lastOf.keys().next().value!);
  }
}

function newEpoch(): string {
  return randomBytes(8).toString('hex');
}
