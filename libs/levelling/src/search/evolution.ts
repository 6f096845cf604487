import type { CompiledProblem } from '../compiled-problem.js';
import { FirstLists } from './first-lists.js';
import type { ListScheduler } from './list-scheduler.js';
import { lastFinish } from './objective-value.js';
import type { Valuation } from './objective-value.js';
import { Random } from './random.js';
import { TaskOrder } from './task-order.js';

/** A plan that the search knows. */
export interface Candidate {
  /** Movable tasks by start. */
  readonly order: Int32Array;
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** The smaller, the better. */
  readonly value: number;
  /** Equal plans have equal fingerprints. */
  readonly fingerprint: number;
}

export interface EvolutionOptions {
  readonly seed: number;
  /** Candidates kept; many for long searches (they keep differing), few for short ones. */
  readonly population: number;
  readonly value: Valuation;
}

/** Share of the tasks that a child may take in its father's order. */
const WIDEST_EXCHANGE = 0.8;
const MUTATED_SHARE = 0.8;
/** A mutation stirs up to this share of the list, each task by a few places. */
const WIDEST_STIR = 0.2;
const FARTHEST_STEP = 6;
const REPLACE_TOURNAMENT = 4;

/**
 * A genetic search over task lists (Hartmann 1998: activity lists and two-point crossover), every child justified to
 * the right and to the left (Valls, Ballestin and Quintanilla 2005). One child replaces one weak candidate at a time.
 * The same seed gives the same plans after the same number of schedules.
 */
export class Evolution {
  /** Schedules made so far; a child takes three. */
  schedules = 0;
  readonly #scheduler: ListScheduler;
  readonly #options: EvolutionOptions;
  readonly #random: Random;
  readonly #orders: TaskOrder;
  readonly #first: FirstLists;
  readonly #population: Candidate[] = [];
  readonly #list: Int32Array;
  readonly #sorted: Int32Array;
  readonly #taken: Uint8Array;
  #best: Candidate;

  constructor(problem: CompiledProblem, scheduler: ListScheduler, options: EvolutionOptions) {
    this.#scheduler = scheduler;
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#orders = new TaskOrder(problem);
    this.#first = new FirstLists(problem, this.#orders, this.#random);
    this.#list = this.#orders.topological.slice();
    this.#sorted = this.#list.slice();
    this.#taken = new Uint8Array(problem.size);
    this.#first.writeRule(this.#list);
    this.#best = this.#evaluated();
    this.#population.push(this.#best);
  }

  get best(): Candidate {
    return this.#best;
  }

  /** There is only one order: no other plan can come. */
  get isExhausted(): boolean {
    return this.#list.length < 2;
  }

  /** One more candidate: at first by the rule of the latest finish with chance mixed in, then children. */
  step(): void {
    const { population: wanted } = this.#options;
    if (this.#population.length < wanted) {
      const { start, finish } = this.#best;
      const noise = 0.05 + 0.5 * this.#random.next();
      this.#first.writeNoisy(this.#list, { noise, known: lastFinish(start, finish) });
      this.#keep(this.#evaluated(), this.#population.length);
      return;
    }
    if (this.isExhausted) return;
    const mother = this.#selected();
    const father = this.#selected();
    this.#cross(mother.order, father.order);
    if (mother === father || this.#random.next() < MUTATED_SHARE) this.#stir();
    this.#offer(this.#evaluated());
  }

  /** Takes in a plan found elsewhere, given as the order of its starts. */
  adopt(order: Int32Array): void {
    this.#list.set(order);
    this.#orders.mend(this.#list);
    this.#offer(this.#evaluated());
  }

  #offer(candidate: Candidate): void {
    const { fingerprint, value } = candidate;
    if (this.#population.some((known) => known.fingerprint === fingerprint && known.value === value)) return;
    let weakest = this.#random.below(this.#population.length);
    for (let round = 1; round < REPLACE_TOURNAMENT; round += 1) {
      const other = this.#random.below(this.#population.length);
      if ((this.#population[other] as Candidate).value > (this.#population[weakest] as Candidate).value)
        weakest = other;
    }
    if (value <= (this.#population[weakest] as Candidate).value) this.#keep(candidate, weakest);
  }

  #keep(candidate: Candidate, place: number): void {
    this.#population[place] = candidate;
    if (candidate.value < this.#best.value) this.#best = candidate;
  }

  #selected(): Candidate {
    const one = this.#population[this.#random.below(this.#population.length)] as Candidate;
    const other = this.#population[this.#random.below(this.#population.length)] as Candidate;
    return one.value <= other.value ? one : other;
  }

  /** The mother's list with one stretch in the father's order. */
  #cross(mother: Int32Array, father: Int32Array): void {
    const list = this.#list;
    const taken = this.#taken.fill(0);
    const stretch = 1 + this.#random.below(Math.max(1, Math.floor(list.length * WIDEST_EXCHANGE)));
    const from = this.#random.below(list.length - stretch + 1);
    let place = 0;
    for (; place < from; place += 1) taken[(list[place] = mother[place] as number)] = 1;
    for (let at = 0; place < from + stretch; at += 1) {
      const task = father[at] as number;
      if (taken[task] === 1) continue;
      taken[task] = 1;
      list[place++] = task;
    }
    for (let at = 0; place < list.length; at += 1) {
      const task = mother[at] as number;
      if (taken[task] === 0) list[place++] = task;
    }
  }

  /** Moves the tasks of one window a few places forward. */
  #stir(): void {
    const list = this.#list;
    const random = this.#random;
    const window = Math.min(
      list.length,
      2 + random.below(Math.max(2, Math.floor(list.length * WIDEST_STIR))),
    );
    const from = random.below(list.length - window + 1);
    for (let at = from + window - 1; at > from; at -= 1) {
      const other = Math.max(from, at - random.below(FARTHEST_STEP));
      const task = list[at] as number;
      list[at] = list[other] as number;
      list[other] = task;
    }
    this.#orders.mend(list);
  }

  /** Schedules the list, justifies it right and left, and keeps the better of the two left-shifted plans. */
  #evaluated(): Candidate {
    const scheduler = this.#scheduler;
    const { value: valueOf } = this.#options;
    const makespan = scheduler.forward(this.#list);
    this.schedules += 3;
    const plain =
      valueOf === lastFinish ? undefined : this.#snapshot(valueOf(scheduler.start, scheduler.finish));
    this.#orders.byFinishDescending(scheduler.finish, this.#sorted);
    if (scheduler.backward(this.#sorted, makespan) < 0) return plain ?? this.#again();
    this.#orders.byStart(scheduler.start, this.#sorted);
    const justified = scheduler.forward(this.#sorted);
    const value = valueOf === lastFinish ? justified : valueOf(scheduler.start, scheduler.finish);
    return plain && plain.value <= value ? plain : this.#snapshot(value);
  }

  /** Where the right-justified plan did not fit (links that let a task precede its predecessor), the list as it is. */
  #again(): Candidate {
    return this.#snapshot(this.#scheduler.forward(this.#list));
  }

  #snapshot(value: number): Candidate {
    const start = this.#scheduler.start.slice();
    const order = new Int32Array(this.#list.length);
    this.#orders.byStart(start, order);
    let fingerprint = 0;
    for (let task = 0; task < start.length; task += 1)
      fingerprint = (Math.imul(fingerprint, 31) + (start[task] as number)) | 0;
    return { order, start, finish: this.#scheduler.finish.slice(), value, fingerprint };
  }
}
