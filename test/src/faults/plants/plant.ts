import type { FaultKind } from '../fault-plan.js';

/** Text of a compiled file that is replaced while a process loads it. It has to be there exactly once. */
export interface Change {
  /** From the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A mistake in the services that the harness has to find, and the run that has to find it. */
export interface Plant {
  readonly name: string;
  /** What is done instead of the right thing. */
  readonly says: string;
  readonly changes: readonly Change[];
  /** Other safeguards, which would make good for the mistake, are taken away as well: the run must hold with these alone. */
  readonly given?: readonly Change[];
  /** The faults that provoke it. */
  readonly kinds: readonly FaultKind[];
  readonly steps: number;
  readonly seed: number;
}

/** `given`: only the other safeguards are taken away, to show that the run holds without the mistake. */
export type PlantedPart = 'whole' | 'given';

export function changesOf({ changes, given = [] }: Plant, part: PlantedPart): readonly Change[] {
  return part === 'whole' ? [...given, ...changes] : given;
}
