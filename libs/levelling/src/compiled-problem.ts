import type { LevellingProblem } from './problem.js';

/** Lists of varying length in one array: those of item i stand from `first[i]` to `first[i + 1]`. */
export interface Adjacency {
  readonly first: Int32Array;
  readonly task: Int32Array;
  /** Start of the later task at least the start of the earlier one plus this; exact where no calendar interrupts. */
  readonly weight: Int32Array;
  /** Index of the link in the problem. */
  readonly link: Int32Array;
}

/**
 * Pools side by side in 32-bit words: each pool has a lane wide enough for its capacity and one guard bit above it.
 * `free - need` keeps all guard bits exactly when every pool of the word has enough left.
 */
export interface Lanes {
  readonly words: number;
  /** Guard bits of each word. */
  readonly guard: Int32Array;
  /** Of pool i: its word, and how far its lane is shifted. -1 for a pool that can never be short. */
  readonly wordOf: Int32Array;
  readonly shiftOf: Int32Array;
}

/** Needs of a task by word: those of task i stand from `first[i]` to `first[i + 1]`. */
export interface PackedNeeds {
  readonly first: Int32Array;
  readonly word: Int32Array;
  readonly need: Int32Array;
}

/** A problem checked, numbered and laid out in typed arrays; tasks, pools and projects go by their index in it. */
export interface CompiledProblem {
  readonly problem: LevellingProblem;
  readonly size: number;
  readonly duration: Int32Array;
  readonly release: Int32Array;
  /** -1 where the levelling may choose. */
  readonly fixedStart: Int32Array;
  readonly predecessors: Adjacency;
  readonly successors: Adjacency;
  /** Every task after all its predecessors. */
  readonly topological: Int32Array;
  readonly lanes: Lanes;
  readonly needs: PackedNeeds;
  /** Units free of each pool before any movable work, up to the last change; the last slot's value holds for ever. */
  readonly freeByPool: readonly Int32Array[];
  /** The same packed by word, guard bits set. */
  readonly baseProfile: readonly Int32Array[];
  /** Slots that any left-shifted schedule stays within. */
  readonly horizon: number;
  /** Every task can work in every slot and asks for no named people: the fast way through. */
  readonly isPlain: boolean;
}
