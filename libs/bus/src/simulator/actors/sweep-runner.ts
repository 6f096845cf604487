import type { SweepAnswer, SweepQuestion, SweepRound } from '../../protocol/anti-entropy.js';
import type { Cursor } from '../../protocol/cursor-rules.js';
import type { ModelEvent } from '../model/model-event.js';
import type { ConsumerProcess } from './consumer-process.js';

interface Running {
  readonly round: SweepRound<ModelEvent, unknown>;
  question: SweepQuestion<ModelEvent>;
  readonly ended: (result: unknown) => void;
  readonly failed: () => void;
}

const WATCH_PER_LOOK = 2;

/** Plays the rounds of anti-entropy that production plays, one question at a time. */
export class SweepRunner {
  #running: Running | null = null;

  constructor(private readonly process: ConsumerProcess) {}

  get isRunning(): boolean {
    return this.#running !== null;
  }

  clear(): void {
    this.#running = null;
  }

  /** Answers one question, or begins a round: first what is under watch, then what changed. */
  advance(): void {
    const running = this.#running;
    if (running === null) {
      const { plan, world } = this.process;
      if (plan.watches && (world.chaos.isCalm || world.random.chance(0.5))) this.beginLook();
      else this.beginSweep();
      return;
    }
    const { chaos, isOwnerAway } = this.process.world;
    const { question } = running;
    const isRemote = question.kind === 'list-heads' || question.kind === 'fetch-events';
    if (isRemote && (isOwnerAway || chaos.strikes('owner-unreachable', 0.08))) {
      chaos.count('owner-unreachable');
      this.#running = null;
      return running.failed();
    }
    const answer = this.#answer(question);
    if (answer === BUSY) return;
    const next = running.round.next(answer);
    if (next.done !== true) running.question = next.value;
    else {
      this.#running = null;
      running.ended(next.value);
    }
  }

  beginSweep(): void {
    const { plan, world } = this.process;
    const since = plan.begin();
    this.#begin(world.rules.sweep(since), {
      ended: (horizon) => plan.ended(horizon as string),
      failed: () => plan.failed(since),
    });
  }

  beginLook(): void {
    const { plan, world } = this.process;
    const ids = plan.watched(WATCH_PER_LOOK);
    this.#begin(world.rules.lookAgain(ids), {
      ended: (open) => {
        plan.looked(ids, open as readonly string[]);
        if (world.chaos.isCalm) this.beginSweep();
      },
      failed: () => undefined,
    });
  }

  #begin(round: SweepRound<ModelEvent, unknown>, how: Pick<Running, 'ended' | 'failed'>): void {
    const first = round.next();
    if (first.done === true) how.ended(first.value);
    else this.#running = { round, question: first.value, ...how };
  }

  #answer(question: SweepQuestion<ModelEvent>): SweepAnswer<ModelEvent> | typeof BUSY {
    const { service, world, plan } = this.process;
    const { owner } = world;
    switch (question.kind) {
      case 'list-heads':
        return owner.listHeads(question.after, question.since, question.limit);
      case 'cursors-of':
        return new Map(stored(service.cursors, (id) => question.aggregateIds.includes(id)));
      case 'cursors-between': {
        const { after, upTo } = question;
        return new Map(stored(service.cursors, (id) => id > (after ?? '') && (upTo === null || id <= upTo)));
      }
      case 'fetch-events':
        return owner.fetchEvents(question.wanted, question.limit);
      case 'offer':
        return this.process.offer(question.events);
      case 'watch':
        return plan.watch(question.aggregateIds);
      case 'park-diverged': {
        if (service.locks.has(question.aggregateId)) return BUSY;
        if (service.parkDiverged(question.aggregateId, question.cursor)) world.chaos.count('diverged');
        return undefined;
      }
      case 'pause':
        return undefined;
    }
  }
}

/** The statement waits for a lock. */
const BUSY = Symbol('busy');

function stored(cursors: ReadonlyMap<string, Cursor>, wanted: (id: string) => boolean): [string, Cursor][] {
  return [...cursors].filter(([id]) => wanted(id)).sort(([one], [other]) => (one < other ? -1 : 1));
}
