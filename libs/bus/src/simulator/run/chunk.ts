import { addTally, newTally } from '../disturbance.js';
import type { Tally } from '../disturbance.js';
import { playSchedule } from '../schedule.js';
import { bugNamed } from '../bugs/bug-bank.js';

/** Schedules that one thread plays in one go. The size belongs to the result of a run: another one, another cut. */
export const CHUNK = 500;

/** What a thread is asked for. */
export interface ChunkOrder {
  readonly seed: number;
  readonly chunk: number;
  /** Plays with this mistake planted, and stops at the first fault. */
  readonly bug: string | null;
}

export interface FoundFault {
  readonly schedule: number;
  readonly check: string;
  readonly message: string;
}

export interface ChunkResult {
  readonly chunk: number;
  readonly schedules: number;
  readonly steps: number;
  readonly tally: Tally;
  readonly faults: readonly FoundFault[];
}

/** The schedules `chunk * CHUNK` to `(chunk + 1) * CHUNK - 1` of a run. */
export function playChunk({ seed, chunk, bug }: ChunkOrder): ChunkResult {
  const tally = newTally();
  const { plant, given } = bug === null ? {} : bugNamed(bug);
  const faults: FoundFault[] = [];
  let steps = 0;
  let schedules = 0;
  for (let schedule = chunk * CHUNK; schedule < (chunk + 1) * CHUNK; schedule += 1) {
    const result = playSchedule(seed, schedule, { tally, plant });
    steps += result.steps;
    schedules += 1;
    if (result.fault === null) continue;
    // A schedule that fails without the mistake as well has not found the mistake.
    if (bug !== null && playSchedule(seed, schedule, { plant: given }).fault !== null) continue;
    faults.push({ schedule, check: result.fault.check, message: result.fault.message });
    if (bug !== null) break;
  }
  return { chunk, schedules, steps, tally, faults };
}

/** Chunks of a run that count, in their order, added up. */
export class ChunkSum {
  schedules = 0;
  steps = 0;
  readonly tally = newTally();
  readonly faults: FoundFault[] = [];

  add({ schedules, steps, tally, faults }: ChunkResult): void {
    this.schedules += schedules;
    this.steps += steps;
    addTally(this.tally, tally);
    this.faults.push(...faults);
  }
}
