import type { BoardState } from './selection-board.js';
import { SelectionBoard } from './selection-board.js';
import type { SelectionModel } from './selection-model.js';
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

/** Most that a round takes back: so many, or this share of what is done when that is less. */
const LARGEST_RUIN = 12;
const RUIN_SHARE = 0.12;
/** Share of the rounds that put one option in, whatever has to go for it; the others take back a few. */
const INSERTING_SHARE = 0.5;
/** Share of what would fit that a round leaves out by chance. */
const LEFT_OUT = 0.1;
const LEFT_OUT_ANEW = 0.5;
/** Orders in which a selection is filled up, each a little further from the merits. */
const ORDERS = 24;
const MOST_NOISE = 0.6;
const ANEW_SHARE = 0.4;
/** How far down: so much of what one of those done is worth on average. */
const STEP_DOWN = 0.5;
/** A round is kept when it is worth as much as what was kept so many rounds ago (Burke and Bykov 2017, late acceptance). */
const MEMORY = 1_000;
/** Rounds without anything better until the search goes elsewhere: to the best found, from where it may step down, or anew. */
const PATIENCE = 5_000;

/**
 * A good selection fast: begin with what the relaxation does, then put one option in for others or take back a few, and fill
 * up again, many thousand times, guided by the prices of what is scarce. Whatever it returns keeps every limit and rule in
 * whole numbers; undefined when it finds none. The same seed and number of rounds give the same selection.
 */
export function searchSelection(
  problem: SelectionProblem,
  model: SelectionModel,
  wish: SearchWish,
): Selection | undefined {
  return new Search(problem, model, wish).run(wish);
}

class Search {
  private readonly board: SelectionBoard;
  private readonly merit: Float64Array;
  private readonly orders: readonly Int32Array[];
  private state: number;

  constructor(
    private readonly problem: SelectionProblem,
    model: SelectionModel,
    { prices, relaxed, seed }: SearchWish,
  ) {
    this.state = seed >>> 0;
    this.board = new SelectionBoard(problem, model);
    const { values } = this.board;
    this.merit = values.map(
      (value, column) => value - this.board.priceOf(column, prices) + (relaxed[column] ?? 0) * value * 0.05,
    );
    this.orders = Array.from({ length: ORDERS }, (_, at) => this.orderWith((MOST_NOISE * at) / ORDERS));
  }

  run({ isOver }: SearchWish): Selection | undefined {
    const { board } = this;
    this.problem.candidates.forEach(({ fixed }, candidate) => {
      if (fixed === 'in') this.force(candidate, 0);
    });
    this.fill(this.orders[0] as Int32Array, 0);
    let best = board.isKept() ? board.value : -Infinity;
    const bestState = board.state();
    const kept = board.state();
    const memory = new Float64Array(MEMORY).fill(board.value);
    let quiet = 0;
    for (let round = 0; !isOver(round, best); round += 1) {
      if (this.random() < INSERTING_SHARE) this.insert(this.below(board.values.length));
      else this.ruin();
      this.fill(this.orders[this.below(ORDERS)] as Int32Array, LEFT_OUT);
      const place = round % MEMORY;
      const isGood = board.value >= kept.value || board.value >= (memory[place] as number);
      if (isGood && board.isKept()) board.saveTo(kept);
      else board.goBackTo(kept);
      memory[place] = kept.value;
      quiet += 1;
      if (kept.value > best && board.isKept()) {
        best = kept.value;
        board.saveTo(bestState);
        quiet = 0;
      } else if (quiet > PATIENCE) {
        memory.fill(this.goElsewhere(bestState));
        board.saveTo(kept);
        quiet = 0;
      }
    }
    return best === -Infinity ? undefined : board.selectionOf(bestState);
  }

  /** Answers what a plan must be worth there to be kept. */
  private goElsewhere(best: BoardState): number {
    const { board } = this;
    board.goBackTo(best);
    if (this.random() >= ANEW_SHARE) {
      const done = best.chosen.filter((column) => column !== -1).length;
      return best.value * (1 - STEP_DOWN / Math.max(1, done));
    }
    for (const candidate of board.chosen.keys()) if (!board.isHeld(candidate)) board.remove(candidate);
    this.fill(this.orders[this.below(ORDERS)] as Int32Array, LEFT_OUT_ANEW);
    return board.value;
  }

  /** By what is gained beyond the price of what is used, each option up to so much of its value better or worse. */
  private orderWith(noise: number): Int32Array {
    const key = this.merit.map(
      (merit, column) => merit + noise * (this.random() - 0.5) * (this.board.values[column] as number),
    );
    return Int32Array.from(key.keys()).sort((a, b) => (key[b] as number) - (key[a] as number));
  }

  /** Adds whatever fits, best first, leaving out some by chance. */
  private fill(order: Int32Array, leftOut: number): void {
    const { board } = this;
    for (const column of order) {
      if (board.chosen[board.candidateOf[column] as number] !== -1) continue;
      if ((board.values[column] as number) <= 0 || board.shortLimit(column) !== -1) continue;
      if (leftOut > 0 && this.random() < leftOut) continue;
      if (board.mayAdd(column)) board.add(column);
    }
  }

  /** A candidate that is decided to be in, with what it needs before it. */
  private force(candidate: number, depth: number): void {
    const { board } = this;
    if (board.chosen[candidate] !== -1 || depth > this.problem.candidates.length) return;
    for (const needed of board.rules.neededBy(candidate)) this.force(needed, depth + 1);
    const column = this.orders[0]?.find((one) => board.candidateOf[one] === candidate && board.mayAdd(one));
    if (column !== undefined) board.add(column);
  }

  /** Puts an option in for the one its candidate has, for what excludes it and for whatever leaves it no room. */
  private insert(column: number): void {
    const { board } = this;
    const candidate = board.candidateOf[column] as number;
    if (board.chosen[candidate] === column) return;
    board.remove(candidate);
    for (const other of board.rules.excludedBy(candidate)) if (!board.isHeld(other)) board.remove(other);
    for (let limit = board.shortLimit(column); limit !== -1; limit = board.shortLimit(column)) {
      const victim = this.victimOf(limit);
      if (victim === -1) return;
      board.remove(victim);
    }
    if (board.mayAdd(column)) board.add(column);
  }

  /** One that uses the limit and may go: of two drawn by lot, the one worth less beyond its price. */
  private victimOf(limit: number): number {
    const { board, merit } = this;
    let victim = -1;
    let worst = -1;
    let seen = 0;
    for (let candidate = 0; candidate < board.chosen.length; candidate += 1) {
      const column = board.chosen[candidate] as number;
      if (column === -1 || !board.uses(column, limit) || board.isHeld(candidate)) continue;
      seen += 1;
      if (worst === -1 || (merit[column] as number) < (merit[board.chosen[worst] as number] as number))
        worst = candidate;
      if (this.random() * seen < 1) victim = candidate;
    }
    return this.random() < 0.5 ? worst : victim;
  }

  private ruin(): void {
    const { board } = this;
    const done = board.chosen.filter((column) => column !== -1);
    if (done.length === 0) return;
    const most = Math.max(2, Math.min(LARGEST_RUIN, done.length * RUIN_SHARE));
    const count = 1 + Math.floor(this.random() * most);
    for (let taken = 0; taken < count; taken += 1) {
      const candidate = board.candidateOf[done[this.below(done.length)] as number] as number;
      if (!board.isHeld(candidate)) board.remove(candidate);
    }
  }

  private below(bound: number): number {
    return Math.floor(this.random() * bound);
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
