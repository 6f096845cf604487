import { Fault } from './fault.js';
import type { ModelEvent } from './model/model-event.js';
import type { OwnerModel } from './model/owner-model.js';
import type { Letter } from './model/service-model.js';

/**
 * What really happened to one service: every effect is checked the moment it takes place. Kept apart from cursors and letters, so
 * that no mistake of theirs can hide in it.
 */
export class Ledger {
  /** The effect after which the next one of an aggregate must follow. */
  readonly #last = new Map<string, ModelEvent>();
  readonly #bit: number;

  constructor(
    private readonly service: number,
    private readonly owner: OwnerModel,
    private readonly attempts: number,
  ) {
    this.#bit = 1 << service;
  }

  take(event: ModelEvent): void {
    const { aggregateId, eventId, sequence, previousId } = event;
    const last = this.#last.get(aggregateId);
    if (event.isForged) throw new Fault('forged', `${eventId} took effect, but nobody announced it`);
    // An event of a history that a person has undone may come once more; that it fits is checked below.
    if ((event.taken & this.#bit) !== 0 && !event.isLost)
      throw new Fault('twice', `${eventId} took effect again in service ${this.service}`);
    if (previousId !== (last?.eventId ?? null)) {
      const after = `${eventId} took effect after ${last?.eventId ?? 'nothing'} in service ${this.service}`;
      throw new Fault(sequence === (last?.sequence ?? 0) + 1 ? 'overwritten' : 'disorder', after);
    }
    if (event.isLost) this.owner.needsFullLook = true;
    event.taken |= this.#bit;
    this.#last.set(aggregateId, event);
  }

  /** Letters must have a reason that the checker knows to be true. */
  park({ kind, event }: Letter): void {
    const say = (why: string) => new Fault('parked', `${event.eventId} as ${kind}, but ${why}`);
    switch (kind) {
      case 'permanent':
        if (event.trait !== 'permanent') throw say(`its trait is ${event.trait}`);
        return;
      case 'exhausted':
      case 'hang':
        if (event.failures[this.service]! < this.attempts)
          throw say(`it failed ${event.failures[this.service]} times by its own fault`);
        return;
      case 'alien':
        if (!event.isForged && !event.isLost) throw say('its owner announced it');
        return;
      case 'diverged':
        if (!event.isForged && this.owner.restores === 0) throw say('no history was replaced');
    }
  }

  /** A person let it go. */
  discard(event: ModelEvent): void {
    if (event.isLost) this.owner.needsFullLook = true;
    event.settled |= this.#bit;
    this.#last.set(event.aggregateId, event);
  }

  /** A person made the data agree with what the owner had up to a number: those events need no effect any more. */
  reconcile(aggregateId: string, history: readonly ModelEvent[], upTo: number): void {
    for (const event of history.slice(0, upTo)) event.settled |= this.#bit;
    const last = history[upTo - 1];
    if (last) this.#last.set(aggregateId, last);
    else this.#last.delete(aggregateId);
  }

  /** The last effect of an aggregate. */
  lastOf(aggregateId: string): ModelEvent {
    const last = this.#last.get(aggregateId);
    if (last === undefined) throw new Fault('parked', `${aggregateId}, of which nothing ever took effect`);
    return last;
  }

  /** Whether this is the last event that took effect. */
  follows(event: ModelEvent): boolean {
    return this.#last.get(event.aggregateId) === event;
  }

  /** Everything its owner has took effect here, or a person decided over it; and nothing else was the last word. */
  checkComplete(): void {
    for (const [aggregateId, events] of this.owner.outbox) {
      const promised = this.owner.promised.get(aggregateId) ?? 0;
      if (events.length !== promised)
        throw new Fault(
          'lost',
          `${promised} events of ${aggregateId} were promised, ${events.length} are written`,
        );
      for (const event of events) {
        if (((event.taken | event.settled) & this.#bit) === 0)
          throw new Fault('lost', `${event.eventId} never took effect in service ${this.service}`);
      }
    }
    for (const [aggregateId, last] of this.#last) {
      const head = this.owner.headOf(aggregateId);
      if (head !== last)
        throw new Fault(
          'overwritten',
          `service ${this.service} followed ${last.eventId}, its owner is at ${head?.eventId ?? 'nothing'}`,
        );
    }
  }

  isComplete(): boolean {
    for (const [aggregateId, events] of this.owner.outbox) {
      if (events.length > 0 && this.#last.get(aggregateId) !== events.at(-1)) return false;
    }
    for (const [aggregateId, last] of this.#last) if (this.owner.headOf(aggregateId) !== last) return false;
    return true;
  }
}
