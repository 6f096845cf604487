import { lookAgainRound, sweepRound } from '../protocol/anti-entropy.js';
import type { SweepAnswer, SweepQuestion, SweepRound } from '../protocol/anti-entropy.js';
import type { Cursor } from '../protocol/cursor-rules.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { OwnerRecord } from './inbox-ports.js';

export interface SweepPorts {
  readonly owner: OwnerRecord;
  /** Cursors of the named aggregates. */
  cursorsOf(aggregateIds: readonly string[]): Promise<ReadonlyMap<string, Cursor>>;
  /** Cursors of all aggregates after one id up to another (null: to the end). */
  cursorsBetween(after: string | null, upTo: string | null): Promise<ReadonlyMap<string, Cursor>>;
  /** Hands fetched events to the lanes; resolves when there is room for more. */
  offer(events: readonly SealedEvent[]): Promise<void>;
  /** Fetched events live in memory only: look at these aggregates again until nothing is missing. */
  watch(aggregateIds: readonly string[]): void;
  /** The owner no longer has what this cursor names. */
  parkDiverged(aggregateId: string, cursor: Cursor): Promise<void>;
  /** A moment for events that are on their way. */
  pause(): Promise<void>;
}

/** Plays a round of anti-entropy against the database and the owner. @returns the horizon for the next round */
export function sweep(ports: SweepPorts, since: string | null): Promise<string> {
  return drive(ports, sweepRound<SealedEvent>(since));
}

/** Looks at aggregates under watch. @returns those of which events were still missing */
export function lookAgain(ports: SweepPorts, aggregateIds: readonly string[]): Promise<readonly string[]> {
  return drive(ports, lookAgainRound<SealedEvent>(aggregateIds));
}

async function drive<R>(ports: SweepPorts, round: SweepRound<SealedEvent, R>): Promise<R> {
  let step = round.next();
  while (step.done !== true) step = round.next(await answer(ports, step.value));
  return step.value;
}

async function answer(
  ports: SweepPorts,
  question: SweepQuestion<SealedEvent>,
): Promise<SweepAnswer<SealedEvent>> {
  switch (question.kind) {
    case 'list-heads': {
      const { after, since, limit } = question;
      return ports.owner.listHeads({ after, since, limit });
    }
    case 'cursors-of':
      return ports.cursorsOf(question.aggregateIds);
    case 'cursors-between':
      return ports.cursorsBetween(question.after, question.upTo);
    case 'fetch-events':
      return ports.owner.fetchEvents(question.wanted, question.limit);
    case 'offer':
      return ports.offer(question.events);
    case 'watch':
      return ports.watch(question.aggregateIds);
    case 'park-diverged':
      return ports.parkDiverged(question.aggregateId, question.cursor);
    case 'pause':
      return ports.pause();
  }
}
