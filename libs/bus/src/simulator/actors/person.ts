import type { ModelEvent } from '../model/model-event.js';
import type { Letter, ServiceModel } from '../model/service-model.js';
import type { ConsumerProcess } from './consumer-process.js';
import type { World } from '../world.js';

interface Hand {
  readonly letter: Letter;
  readonly process: ConsumerProcess;
  /** What the owner had when it was asked. */
  readonly events: readonly ModelEvent[];
  readonly history: readonly ModelEvent[];
}

const FOLLOWING_LIMIT = 3;

/** Someone who looks after dead letters, in two moves as inbox/redrive.ts: asks the owner, then decides in a transaction. */
export class Person {
  #hand: Hand | null = null;

  constructor(private readonly world: World) {}

  get isBusy(): boolean {
    return this.#hand !== null;
  }

  act(): void {
    if (this.#hand === null) this.#take();
    else this.#decide(this.#hand);
  }

  #take(): void {
    const { random, owner, processes } = this.world;
    const process = random.pick(processes);
    const open = process.service.letters.filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    const letter = random.pick(open);
    const { aggregateId, sequence, kind } = letter;
    const owned = owner.fetchEvents([{ aggregateId, fromSequence: sequence }], FOLLOWING_LIMIT);
    const history = [...(owner.outbox.get(aggregateId) ?? [])];
    const events = owned.length > 0 || kind === 'diverged' ? owned : [letter.event];
    this.#hand = { letter, process, events, history };
  }

  #decide(hand: Hand): void {
    const { letter, process } = hand;
    const { chaos, random } = this.world;
    const { service } = process;
    if (service.locks.has(letter.aggregateId)) return; // waits for the lock
    this.#hand = null;
    if (!this.isOpen(letter)) return chaos.count('redriven-twice-at-once');
    if (letter.kind !== 'diverged' && random.chance(letter.kind === 'alien' ? 0.75 : 0.25))
      return this.discard(hand);
    if (random.chance(0.8) || chaos.isCalm)
      for (const event of [letter.event, ...hand.events.slice(0, 1)]) event.mended |= 1 << service.index;
    this.redrive(hand);
  }

  isOpen(letter: Letter): boolean {
    return letter.isOpen;
  }

  discard({ letter, process }: Hand): void {
    const { service } = process;
    letter.isOpen = false;
    this.world.chaos.count('discarded');
    if (letter.kind !== 'alien') {
      const { aggregateId, sequence, event } = letter;
      service.cursors.set(
        aggregateId,
        this.world.rules.skipped(service.cursorOf(aggregateId), { sequence, eventId: event.eventId }),
      );
      service.ledger.discard(event);
    }
    process.plan.watch([letter.aggregateId]);
  }

  /** All or nothing: when the event is refused again the letter stays. */
  redrive({ letter, process, events, history }: Hand): void {
    const { service } = process;
    const { rules, chaos } = this.world;
    const { aggregateId } = letter;
    const isDiverged = letter.kind === 'diverged';
    const first = events[0];
    const cursor = rules.freed(service.cursorOf(aggregateId), letter, {
      first,
      head: first === undefined ? (history.at(-1) ?? null) : null,
    });
    const decision = first === undefined ? 'skip' : rules.decide(cursor, first, null);
    const isTaken = decision === 'take';
    if (!isTaken && decision !== 'skip' && decision !== 'hold') return;
    if (isTaken && service.failureOf(first!) !== null) return;
    letter.isOpen = false;
    if (isDiverged) this.#reconcile(service, { letter, process, events, history });
    service.cursors.set(aggregateId, isTaken ? rules.advance(cursor, first!) : cursor);
    if (isTaken) service.ledger.take(first!);
    chaos.count('redriven');
    if (events.length > 1) process.plan.watch([aggregateId]);
    process.offer(events.slice(1));
  }

  /** What a person does before redriving a divergence: the data agree with the owner up to the event before the letter's. */
  #reconcile(service: ServiceModel, { letter, events, history }: Hand): void {
    this.world.chaos.count('reconciled');
    const upTo = events.length === 0 ? history.length : events[0]!.sequence - 1;
    const named = history[upTo];
    // Nothing to reconcile when the very event is what this service took last: a foreign one had its number.
    if (named !== undefined && service.ledger.follows(named)) return;
    service.ledger.reconcile(letter.aggregateId, history, upTo);
  }
}
