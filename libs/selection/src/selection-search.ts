import type { SelectionModel } from './selection-model.js';
import { RuleBook } from './rule-book.js';
import type { Selection, SelectionProblem } from './selection-problem.js';

export interface SearchWish {
  /** What a unit of each limit is worth, in value: the prices of the linear relaxation. In the order of `model.limits`. */
  readonly prices: ArrayLike<number>;
  /** How much of each option the relaxation does, 0 to 1. */
  readonly relaxed: ArrayLike<number>;
  readonly seed: number;
  /** Asked between rounds with the best value so far. */
  readonly isOver: (rounds: number, best: number) => boolean;
}

/** Share of what is done that a round may take back. */
const LARGEST_RUIN = 0.12;
/** Rounds without anything better until the search goes back to the best found. */
const PATIENCE = 2_000;

/**
 * A good selection fast: begin with what the relaxation does, then take back a few candidates and fill up again, many
 * thousand times, guided by the prices of what is scarce. Whatever it returns keeps every limit and rule in whole numbers;
 * undefined when it finds none. The same seed and number of rounds give the same selection.
 */
export function searchSelection(
  problem: SelectionProblem,
  model: SelectionModel,
  wish: SearchWish,
): Selection | undefined {
  const search = new Search(problem, model, wish);
  return search.run(wish);
}

class Search {
  private readonly values: Float64Array;
  /** Uses of limits by option, packed: limit and amount, from `first[option]` on. */
  private readonly first: Int32Array;
  private readonly limits: Int32Array;
  private readonly amounts: Float64Array;
  private readonly room: Float64Array;
  private readonly chosen: Int32Array;
  private readonly order: Int32Array;
  private readonly rules: RuleBook;
  private readonly candidateOf: Int32Array;
  private value = 0;
  private state: number;

  constructor(
    private readonly problem: SelectionProblem,
    private readonly model: SelectionModel,
    { prices, relaxed, seed }: SearchWish,
  ) {
    this.state = seed >>> 0;
    const { candidates } = problem;
    const index = new Map(candidates.map(({ candidateId }, at) => [candidateId, at]));
    this.candidateOf = Int32Array.from(model.columns, ({ candidateId }) => index.get(candidateId) ?? 0);
    this.values = Float64Array.from(
      candidates.flatMap(({ options }) => options.map(({ value }) => Number(value))),
    );
    const uses = model.columns.map((): [number, number][] => []);
    model.limits.forEach(({ resource, isBudget, period }, limit) => {
      model.columns.forEach(({ option }, column) => {
        const candidate = candidates[this.candidateOf[column] as number];
        const profile = isBudget ? candidate?.costs : candidate?.demand.get(resource);
        const amount = profile?.[period - (candidate?.options[option]?.start ?? 0)] ?? 0n;
        if (amount > 0n) uses[column]?.push([limit, Number(amount)]);
      });
    });
    this.first = new Int32Array(uses.length + 1);
    uses.forEach((own, column) => (this.first[column + 1] = (this.first[column] as number) + own.length));
    this.limits = Int32Array.from(uses.flatMap((own) => own.map(([limit]) => limit)));
    this.amounts = Float64Array.from(uses.flatMap((own) => own.map(([, amount]) => amount)));
    this.room = Float64Array.from(model.limits, ({ resource, isBudget, period }) =>
      Number((isBudget ? problem.budget : problem.capacity.get(resource))?.[period] ?? 0n),
    );
    this.chosen = new Int32Array(candidates.length).fill(-1);
    this.rules = new RuleBook(problem, index);
    this.order = this.orderBy(prices, relaxed);
  }

  run({ isOver }: SearchWish): Selection | undefined {
    for (const { fixed, candidateId } of this.problem.candidates)
      if (fixed === 'in') this.force(candidateId, 0);
    this.fill(0);
    let best = this.rules.isKept(this.chosen) ? this.value : -Infinity;
    let kept = this.save();
    let bestState = kept;
    let quiet = 0;
    for (let round = 0; !isOver(round, best); round += 1) {
      this.ruin();
      this.fill(0.15);
      const isKept = this.rules.isKept(this.chosen);
      // Now and then something a little worse is kept, so that the search leaves where it is.
      if (isKept && this.value >= kept.value * (1 - 0.002 * this.random() ** 4)) kept = this.save();
      else this.restore(kept);
      if (kept.value > best && this.rules.isKept(kept.chosen)) {
        best = kept.value;
        bestState = kept;
        quiet = 0;
      } else if ((quiet += 1) > PATIENCE) {
        this.restore(bestState);
        kept = bestState;
        quiet = 0;
      }
    }
    if (best === -Infinity) return undefined;
    return this.selectionOf(bestState.chosen);
  }

  /** What the relaxation does first, then by what is gained beyond the price of what it uses. */
  private orderBy(prices: ArrayLike<number>, relaxed: ArrayLike<number>): Int32Array {
    const merit = Float64Array.from(this.values, (value, column) => {
      let gain = value;
      for (let at = this.first[column] as number; at < (this.first[column + 1] as number); at += 1)
        gain -= (prices[this.limits[at] as number] ?? 0) * (this.amounts[at] as number);
      return gain + (relaxed[column] ?? 0) * value * 0.05;
    });
    return Int32Array.from(merit.keys()).sort((a, b) => (merit[b] as number) - (merit[a] as number));
  }

  /** Adds whatever fits, best first, leaving out some by chance. */
  private fill(leftOut: number): void {
    for (const column of this.order) {
      const candidate = this.candidateOf[column] as number;
      if (this.chosen[candidate] !== -1 || (this.values[column] as number) <= 0) continue;
      if (leftOut > 0 && this.random() < leftOut) continue;
      if (this.fits(column) && this.rules.mayAdd(candidate, this.optionOf(column), this.chosen))
        this.add(column);
    }
  }

  /** A candidate that is decided to be in, with what it needs before it. */
  private force(candidateId: string, depth: number): void {
    const candidate = this.problem.candidates.findIndex((one) => one.candidateId === candidateId);
    if (candidate < 0 || this.chosen[candidate] !== -1 || depth > this.problem.candidates.length) return;
    for (const needed of this.rules.neededBy(candidate)) {
      this.force(this.problem.candidates[needed]?.candidateId ?? '', depth + 1);
    }
    const own = this.order.filter((column) => this.candidateOf[column] === candidate);
    const column = own.find(
      (one) => this.fits(one) && this.rules.mayAdd(candidate, this.optionOf(one), this.chosen),
    );
    if (column !== undefined) this.add(column);
  }

  private ruin(): void {
    const done = this.order.filter((column) => this.chosen[this.candidateOf[column] as number] === column);
    if (done.length === 0) return;
    const count = 1 + Math.floor(this.random() * Math.max(2, Math.min(12, done.length * LARGEST_RUIN)));
    const limit = Math.floor(this.random() * this.room.length);
    const isNear = this.random() < 0.5;
    for (let taken = 0; taken < count; taken += 1) {
      const column = done[Math.floor(this.random() * done.length)] as number;
      if (isNear && !this.uses(column, limit) && this.random() < 0.8) continue;
      this.take(this.candidateOf[column] as number);
    }
  }

  /** Takes a candidate back, and all that cannot be without it. */
  private take(candidate: number): void {
    const column = this.chosen[candidate] as number;
    if (column === -1 || this.problem.candidates[candidate]?.fixed === 'in') return;
    if (this.rules.dependents(candidate).some((one) => this.isHeld(one))) return;
    this.chosen[candidate] = -1;
    this.value -= this.values[column] as number;
    this.move(column, 1);
    for (const dependent of this.rules.dependents(candidate)) this.take(dependent);
  }

  private isHeld(candidate: number): boolean {
    if (this.chosen[candidate] === -1) return false;
    return (
      this.problem.candidates[candidate]?.fixed === 'in' ||
      this.rules.dependents(candidate).some((one) => one !== candidate && this.isHeld(one))
    );
  }

  private add(column: number): void {
    this.chosen[this.candidateOf[column] as number] = column;
    this.value += this.values[column] as number;
    this.move(column, -1);
  }

  private fits(column: number): boolean {
    for (let at = this.first[column] as number; at < (this.first[column + 1] as number); at += 1)
      if ((this.amounts[at] as number) > (this.room[this.limits[at] as number] as number)) return false;
    return true;
  }

  private uses(column: number, limit: number): boolean {
    for (let at = this.first[column] as number; at < (this.first[column + 1] as number); at += 1)
      if (this.limits[at] === limit) return true;
    return false;
  }

  private move(column: number, sign: number): void {
    for (let at = this.first[column] as number; at < (this.first[column + 1] as number); at += 1) {
      const limit = this.limits[at] as number;
      this.room[limit] = (this.room[limit] as number) + sign * (this.amounts[at] as number);
    }
  }

  private save() {
    return { chosen: this.chosen.slice(), room: this.room.slice(), value: this.value };
  }

  private restore(state: ReturnType<Search['save']>): void {
    this.chosen.set(state.chosen);
    this.room.set(state.room);
    this.value = state.value;
  }

  private optionOf(column: number): number {
    return this.model.columns[column]?.option ?? 0;
  }

  private selectionOf(chosen: Int32Array): Selection {
    const done = [...chosen].filter((column) => column !== -1);
    return new Map(
      done.map((column) => [this.model.columns[column]?.candidateId ?? '', this.optionOf(column)]),
    );
  }

  /** Mulberry32: small, fast, and the same everywhere. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
