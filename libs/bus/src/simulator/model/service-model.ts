import { NEW_CURSOR } from '../../protocol/cursor-rules.js';
import type { Cursor } from '../../protocol/cursor-rules.js';
import { poisonOf } from '../../protocol/inbox-protocol.js';
import type { FailureClass, LaneOutcome, LaneWork } from '../../protocol/inbox-protocol.js';
import { Fault } from '../fault.js';
import type { Ledger } from '../ledger.js';
import type { ModelArrival, Rules } from '../rules.js';
import type { ModelEvent } from './model-event.js';

export interface Letter {
  readonly kind: 'permanent' | 'exhausted' | 'hang' | 'alien' | 'diverged';
  readonly aggregateId: string;
  readonly sequence: number;
  /** For a divergence that a sweep saw: the event the cursor names. */
  readonly event: ModelEvent;
  isOpen: boolean;
}

/** A transaction of the consumer: nothing of it is visible, and its cursors are locked, until it commits. */
export interface Staged {
  readonly cursors: Map<string, Cursor>;
  readonly effects: ModelEvent[];
  readonly letters: Letter[];
  readonly outcomes: LaneOutcome[];
  readonly locks: readonly string[];
  /** The reaction that failed: the whole of it is to be rolled back. */
  culprit: { readonly event: ModelEvent; readonly failure: FailureClass } | null;
}

/** One consuming service's database: cursors, effects, dead letters. Each method is one statement or one transaction. */
export class ServiceModel {
  readonly cursors = new Map<string, Cursor>();
  letters: Letter[] = [];
  readonly locks = new Set<string>();

  constructor(
    readonly index: number,
    readonly rules: Rules,
    readonly ledger: Ledger,
  ) {}

  tryLock(aggregateIds: readonly string[]): boolean {
    for (const id of aggregateIds) if (this.locks.has(id)) return false;
    for (const id of aggregateIds) this.locks.add(id);
    return true;
  }

  unlock(aggregateIds: readonly string[]): void {
    for (const id of aggregateIds) this.locks.delete(id);
  }

  cursorOf(aggregateId: string): Cursor {
    return this.cursors.get(aggregateId) ?? NEW_CURSOR;
  }

  /** Judges and takes, as inbox/take-events.ts does; with the cursors locked. */
  take(work: readonly LaneWork<ModelArrival>[], locks: readonly string[]): Staged {
    const staged: Staged = {
      cursors: new Map(),
      effects: [],
      letters: [],
      outcomes: [],
      locks,
      culprit: null,
    };
    for (const lane of work) {
      this.takeLane(lane, staged);
      if (staged.culprit !== null) break;
    }
    return staged;
  }

  commit(staged: Staged): void {
    for (const event of staged.effects) this.ledger.take(event);
    for (const [id, cursor] of staged.cursors) this.cursors.set(id, cursor);
    for (const letter of staged.letters) this.writeLetter(letter);
    this.unlock(staged.locks);
  }

  rollBack(staged: Staged): void {
    this.unlock(staged.locks);
  }

  /** A letter that lies there already is not written again; aliens lie apart, by their id. */
  writeLetter(letter: Letter): void {
    const isAlien = letter.kind === 'alien';
    const lies = this.letters.some((other) => {
      if (!other.isOpen || other.aggregateId !== letter.aggregateId || (other.kind === 'alien') !== isAlien)
        return false;
      return isAlien ? other.event === letter.event : other.sequence === letter.sequence;
    });
    if (lies) return;
    this.ledger.park(letter);
    this.letters.push(letter);
  }

  /** A sweep found that the owner no longer has what this cursor names: judged again under the lock. True when parked. */
  parkDiverged(aggregateId: string, seen: Cursor): boolean {
    if (this.locks.has(aggregateId)) return false;
    const cursor = this.cursorOf(aggregateId);
    if (!this.rules.isStillAt(cursor, seen)) return false;
    const sequence = cursor.sequence + 1;
    this.cursors.set(aggregateId, this.rules.parkedAt(cursor, sequence));
    const event = this.ledger.lastOf(aggregateId);
    if (!event.isLost)
      throw new Fault('parked', `${aggregateId} as diverged, but its owner has ${event.eventId}`);
    this.writeLetter({ kind: 'diverged', aggregateId, sequence, event, isOpen: true });
    return true;
  }

  takeLane(lane: LaneWork<ModelArrival>, staged: Staged): void {
    const { rules } = this;
    const { aggregateId, arrivals } = lane;
    const from = this.cursorOf(aggregateId);
    let cursor = from;
    let doneCount = 0;
    let missingFrom: number | null = null;
    for (const { event } of arrivals) {
      const why = poisonOf(lane, event.eventId);
      const decision = rules.decide(cursor, event, why);
      if (decision === 'wait') {
        missingFrom = cursor.sequence + 1;
        break;
      }
      if (decision === 'take') {
        const failure = this.failureOf(event);
        if (failure !== null) {
          staged.culprit = { event, failure };
          return;
        }
        staged.effects.push(event);
        cursor = rules.advance(cursor, event);
      } else if (decision === 'park-poison' || decision === 'park-diverged' || decision === 'set-aside') {
        const kind = decision === 'park-diverged' ? 'diverged' : (why!.kind as Letter['kind']);
        staged.letters.push({ kind, aggregateId, sequence: event.sequence, event, isOpen: true });
        if (decision !== 'set-aside') cursor = rules.parkedAt(cursor, event.sequence);
      }
      doneCount += 1;
    }
    if (cursor !== from) staged.cursors.set(aggregateId, cursor);
    staged.outcomes.push({ aggregateId, doneCount, missingFrom });
  }

  failureOf(event: ModelEvent): FailureClass | null {
    return event.trait === 'sound' || (event.mended & (1 << this.index)) !== 0 ? null : event.trait;
  }
}
