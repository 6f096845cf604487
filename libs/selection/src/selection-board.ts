import { RuleBook } from './rule-book.js';
import type { SelectionModel } from './selection-model.js';
import type { Selection, SelectionProblem } from './selection-problem.js';

const NONE = -1;

/** What a search goes back to. */
export interface BoardState {
  readonly chosen: Int32Array;
  readonly room: Float64Array;
  value: number;
}

/**
 * A selection in the making: which option each candidate has, what it is worth and what room that leaves. Columns are the
 * options of all candidates, one after the other, as in the model; limits are the model's.
 */
export class SelectionBoard {
  /** The column of each candidate, −1 for those not done. */
  readonly chosen: Int32Array;
  readonly values: Float64Array;
  readonly candidateOf: Int32Array;
  readonly rules: RuleBook;
  value = 0;
  readonly #problem: SelectionProblem;
  readonly #model: SelectionModel;
  /** Those decided to be in that cannot be without it, itself among them. */
  readonly #holders: readonly (readonly number[])[];
  /** Uses of limits by column, packed: limit and amount, from `first[column]` on. */
  readonly #first: Int32Array;
  readonly #limits: Int32Array;
  readonly #amounts: Float64Array;
  readonly #room: Float64Array;

  constructor(problem: SelectionProblem, model: SelectionModel) {
    const { candidates } = problem;
    this.#problem = problem;
    this.#model = model;
    const index = new Map(candidates.map(({ candidateId }, at) => [candidateId, at]));
    this.rules = new RuleBook(problem, index);
    this.candidateOf = Int32Array.from(model.columns, ({ candidateId }) => index.get(candidateId) ?? 0);
    this.values = Float64Array.from(
      candidates.flatMap(({ options }) => options.map(({ value }) => Number(value))),
    );
    this.#holders = candidates.map((_, candidate) =>
      [...behind(candidate, this.rules)].filter((one) => candidates[one]?.fixed === 'in'),
    );
    this.chosen = new Int32Array(candidates.length).fill(NONE);
    const uses = usesOf(problem, model, this.candidateOf);
    this.#first = new Int32Array(uses.length + 1);
    uses.forEach((own, column) => (this.#first[column + 1] = (this.#first[column] as number) + own.length));
    this.#limits = Int32Array.from(uses.flatMap((own) => own.map(([limit]) => limit)));
    this.#amounts = Float64Array.from(uses.flatMap((own) => own.map(([, amount]) => amount)));
    this.#room = Float64Array.from(model.limits, ({ resource, isBudget, period }) =>
      Number((isBudget ? problem.budget : problem.capacity.get(resource))?.[period] ?? 0n),
    );
  }

  /** What a column takes of all limits, each at its price. */
  priceOf(column: number, prices: ArrayLike<number>): number {
    let sum = 0;
    for (let at = this.#first[column] as number; at < (this.#first[column + 1] as number); at += 1)
      sum += (prices[this.#limits[at] as number] ?? 0) * (this.#amounts[at] as number);
    return sum;
  }

  /** The first limit that has too little room for a column; −1 when it fits. */
  shortLimit(column: number): number {
    for (let at = this.#first[column] as number; at < (this.#first[column + 1] as number); at += 1) {
      const limit = this.#limits[at] as number;
      if ((this.#amounts[at] as number) > (this.#room[limit] as number)) return limit;
    }
    return NONE;
  }

  uses(column: number, limit: number): boolean {
    for (let at = this.#first[column] as number; at < (this.#first[column + 1] as number); at += 1)
      if (this.#limits[at] === limit) return true;
    return false;
  }

  mayAdd(column: number): boolean {
    const candidate = this.candidateOf[column] as number;
    const option = this.#model.columns[column]?.option ?? 0;
    return (
      this.chosen[candidate] === NONE &&
      this.shortLimit(column) === NONE &&
      this.rules.mayAdd(candidate, option, this.chosen)
    );
  }

  add(column: number): void {
    this.chosen[this.candidateOf[column] as number] = column;
    this.value += this.values[column] as number;
    this.#move(column, -1);
  }

  /** Takes a candidate back, and all that cannot be without it, whether it is decided to be in or not. */
  remove(candidate: number): void {
    const column = this.chosen[candidate] as number;
    if (column === NONE) return;
    this.chosen[candidate] = NONE;
    this.value -= this.values[column] as number;
    this.#move(column, 1);
    for (const dependent of this.rules.dependents(candidate)) this.remove(dependent);
  }

  /** Done, and decided to be in or needed by one that is. */
  isHeld(candidate: number): boolean {
    return (
      this.chosen[candidate] !== NONE &&
      (this.#holders[candidate] ?? []).some((one) => this.chosen[one] !== NONE)
    );
  }

  isKept(): boolean {
    return this.rules.isKept(this.chosen);
  }

  state(): BoardState {
    return { chosen: this.chosen.slice(), room: this.#room.slice(), value: this.value };
  }

  saveTo(state: BoardState): void {
    state.chosen.set(this.chosen);
    state.room.set(this.#room);
    state.value = this.value;
  }

  goBackTo(state: BoardState): void {
    this.chosen.set(state.chosen);
    this.#room.set(state.room);
    this.value = state.value;
  }

  selectionOf({ chosen }: BoardState): Selection {
    const { candidates } = this.#problem;
    const done = [...chosen].filter((column) => column !== NONE);
    return new Map(
      done.map((column) => [
        candidates[this.candidateOf[column] as number]?.candidateId ?? '',
        this.#model.columns[column]?.option ?? 0,
      ]),
    );
  }

  #move(column: number, sign: number): void {
    for (let at = this.#first[column] as number; at < (this.#first[column + 1] as number); at += 1) {
      const limit = this.#limits[at] as number;
      this.#room[limit] = (this.#room[limit] as number) + sign * (this.#amounts[at] as number);
    }
  }
}

/** The candidate and all that go with it, however far; rules may go in a circle. */
function behind(candidate: number, rules: RuleBook): ReadonlySet<number> {
  const found = new Set([candidate]);
  for (const one of found) for (const dependent of rules.dependents(one)) found.add(dependent);
  return found;
}

function usesOf(
  { candidates }: SelectionProblem,
  { columns, limits }: SelectionModel,
  candidateOf: Int32Array,
): readonly (readonly [limit: number, amount: number])[][] {
  const uses = columns.map((): [number, number][] => []);
  limits.forEach(({ resource, isBudget, period }, limit) => {
    columns.forEach(({ option }, column) => {
      const candidate = candidates[candidateOf[column] as number];
      const profile = isBudget ? candidate?.costs : candidate?.demand.get(resource);
      const amount = profile?.[period - (candidate?.options[option]?.start ?? 0)] ?? 0n;
      if (amount > 0n) uses[column]?.push([limit, Number(amount)]);
    });
  });
  return uses;
}
