import type { FailureClass, InboxEffect, InboxInput, LaneWork } from '../../protocol/inbox-protocol.js';
import { Fault } from '../fault.js';
import type { ModelEvent } from '../model/model-event.js';
import type { Staged } from '../model/service-model.js';
import type { ModelArrival } from '../rules.js';
import type { ConsumerProcess } from './consumer-process.js';

type Effect = InboxEffect<ModelArrival>;
type Run = Effect & { readonly kind: 'run' };
type Fetch = Effect & { readonly kind: 'fetch' };

/** What an owner said, or that nobody answered; on its way back. */
interface Answer {
  readonly kind: 'answer';
  readonly input: InboxInput<ModelArrival>;
}

interface Opened {
  readonly work: Run['work'];
  readonly staged: Staged;
}

const FETCH_LIMIT = 3;
const ENOUGH_ANSWERS = 8;
const TROUBLES = ['outage', 'conflict', 'hang', 'defect'] as const;

/** What a process is doing: transactions not begun, transactions not ended, questions to the owner, its answers. Any of them goes on next. */
export class WorkBench {
  #waiting: (Run | Fetch | Answer)[] = [];
  #open: Opened[] = [];
  #asked = '';
  #askedTimes = 0;
  readonly #missing = new Map<string, number>();

  constructor(private readonly process: ConsumerProcess) {}

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#open.length === 0;
  }

  get length(): number {
    return this.#waiting.length + this.#open.length;
  }

  add(task: Run | Fetch | Answer): void {
    this.#waiting.push(task);
  }

  clear(): void {
    for (const { staged } of this.#open) this.process.service.rollBack(staged);
    this.#open = [];
    this.#waiting = [];
    this.#asked = '';
    this.#missing.clear();
  }

  /** One thing further. */
  advance(): void {
    const { random } = this.process.world;
    if (this.isEmpty) return;
    const at = random.below(this.length);
    if (at < this.#open.length) {
      const [opened] = this.#open.splice(at, 1);
      return this.#end(opened!);
    }
    const [task] = this.#waiting.splice(at - this.#open.length, 1);
    if (task!.kind === 'fetch') this.#fetch(task!);
    else if (task!.kind === 'answer') this.process.step(task!.input);
    else this.#begin(task!);
  }

  /** Ends everything that can be ended, unless the process dies of it. */
  finishAll(): void {
    this.#endOpen();
    for (let left = this.#waiting.length; left > 0 && this.#waiting.length > 0; left -= 1) {
      const task = this.#waiting.shift()!;
      if (task.kind === 'run') this.#begin(task);
    }
    this.#endOpen();
  }

  #endOpen(): void {
    for (let opened = this.#open.shift(); opened !== undefined; opened = this.#open.shift())
      this.#commit(opened.staged);
  }

  #begin(task: Run): void {
    const { world, service } = this.process;
    const { work } = task;
    const locks = work.map(({ aggregateId }) => aggregateId);
    if (!service.tryLock(locks)) {
      world.chaos.count('replicas-collide');
      this.#waiting.push(task);
      return;
    }
    const staged = service.take(work, locks);
    if (staged.culprit !== null) {
      const { event, failure } = staged.culprit;
      world.chaos.count('poison');
      service.rollBack(staged);
      return this.#fail(work, event, failure);
    }
    for (const trouble of TROUBLES) {
      if (!world.chaos.strikes(trouble, 0.04)) continue;
      world.chaos.count(trouble);
      service.rollBack(staged);
      return this.#fail(work, this.#blamed(work, trouble), trouble);
    }
    if (world.random.chance(0.5)) this.#end({ work, staged });
    else this.#open.push({ work, staged });
  }

  #end({ work, staged }: Opened): void {
    const { process } = this;
    const { chaos } = process.world;
    if (chaos.strikes('death-before-commit', 0.02)) {
      chaos.count('death-before-commit');
      process.service.rollBack(staged);
      return process.crash();
    }
    if (chaos.strikes('death-after-commit', 0.02)) {
      chaos.count('death-after-commit');
      process.service.commit(staged);
      return process.crash();
    }
    if (chaos.strikes('unknown-commit', 0.02)) {
      chaos.count('unknown-commit');
      process.service.commit(staged);
      return this.#fail(work, null, 'outage');
    }
    this.#commit(staged);
  }

  #commit(staged: Staged): void {
    const { service, world } = this.process;
    service.commit(staged);
    for (const { aggregateId, missingFrom } of staged.outcomes)
      if (missingFrom !== null) this.#missing.set(aggregateId, missingFrom);
    for (const letter of staged.letters)
      world.chaos.count(letter.kind === 'diverged' ? 'diverged' : 'parked');
    this.process.step({ kind: 'committed', outcomes: staged.outcomes });
  }

  #fail(work: Run['work'], culprit: ModelEvent | null, failure: FailureClass): void {
    const isAlone = work.length === 1 && work[0]!.arrivals.length === 1;
    const known = culprit ?? (isAlone ? work[0]!.arrivals[0]!.event : null);
    if (known !== null && failure !== 'outage') known.failures[this.process.service.index]! += 1;
    this.process.step({
      kind: 'failed',
      aggregateIds: work.map(({ aggregateId }) => aggregateId),
      culprit: culprit && { aggregateId: culprit.aggregateId, eventId: culprit.eventId },
      failure,
      reason: 'simulated',
    });
  }

  /** A reaction is known to have failed, or the commit did and nobody knows because of which event. */
  #blamed(work: Run['work'], trouble: FailureClass): ModelEvent | null {
    const { random } = this.process.world;
    const lane: LaneWork<ModelArrival> = random.pick(work);
    return trouble === 'outage' || random.chance(0.4) ? null : random.pick(lane.arrivals).event;
  }

  /** The answer comes later: whatever else happens meanwhile is not in it. */
  #fetch({ aggregateId, fromSequence, question }: Fetch): void {
    const { process } = this;
    const { chaos, owner, isOwnerAway } = process.world;
    if (!chaos.ownerAnswers || isOwnerAway || chaos.strikes('owner-unreachable', 0.1)) {
      chaos.count('owner-unreachable');
      return this.add({ kind: 'answer', input: { kind: 'fetch-failed', aggregateId, question } });
    }
    const events = owner.fetchEvents([{ aggregateId, fromSequence }], FETCH_LIMIT);
    this.#checkProgress(aggregateId, fromSequence);
    const arrivals = events.map((event) => {
      const { eventId, sequence } = event;
      return { token: null, aggregateId, eventId, sequence, event };
    });
    this.add({ kind: 'answer', input: { kind: 'fetched', aggregateId, question, arrivals } });
  }

  /** A question that was answered again and again closes no gap. */
  #checkProgress(aggregateId: string, fromSequence: number): void {
    const missing = this.#missing.get(aggregateId) ?? fromSequence;
    if (missing < fromSequence)
      throw new Fault('stuck', `${aggregateId} lacks ${missing} and asks from ${fromSequence} on`);
    const asked = `${aggregateId} ${fromSequence}`;
    this.#askedTimes = asked === this.#asked ? this.#askedTimes + 1 : 1;
    this.#asked = asked;
    if (this.#askedTimes > ENOUGH_ANSWERS)
      throw new Fault(
        'stuck',
        `${aggregateId} was fetched from ${fromSequence} on ${this.#askedTimes} times in a row`,
      );
  }
}
