import { thisMachine } from '../this-machine.js';
import type { Searched } from './find-plant.js';
import type { Plant } from './plant.js';

/** One planted mistake and what the runs said. */
export interface Sought {
  readonly plant: Plant;
  /** Undefined when the run could not be played. */
  readonly searched: Searched | undefined;
  /** The run with the lost safeguards alone, when it was played. */
  readonly control: Searched | undefined;
  /** Why a run could not be played. */
  readonly failure: string | undefined;
}

const SENTENCES_SHOWN = 3;
const SENTENCE_CHARACTERS = 200;

/** The one JSON object on standard output. A mistake counts as found when its run says so and the run without it does not. */
export function plantsAnswer(all: readonly Sought[], at: Date, seconds: number) {
  const found = all.filter(isFound);
  const violations = all.filter((one) => !isFound(one)).map(whyNot);
  return {
    name: 'plants',
    at: at.toISOString(),
    machine: thisMachine(),
    planted: all.length,
    found: found.length,
    medianSecondsToFind: median(found.map(({ searched }) => searched?.seconds ?? 0)),
    slowestSecondsToFind: rounded(Math.max(0, ...found.map(({ searched }) => searched?.seconds ?? 0))),
    seconds: rounded(seconds),
    plants: all.map(shown),
    goals: [{ id: 'R3', figure: 'planted mistakes found', goal: 'all', holds: violations.length === 0 }],
    violations,
  };
}

export function isFound({ searched, control }: Sought): boolean {
  if (searched === undefined || searched.wrong.length === 0) return false;
  return control === undefined || control.wrong.length + control.troubles.length === 0;
}

/** The middle of the sorted values, the mean of both in the middle when they are even; null without any. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper;
  return rounded((lower + upper) / 2);
}

function whyNot({ plant: { name }, searched, control, failure }: Sought): string {
  if (failure !== undefined) return `${name}: ${failure}`;
  if (searched?.wrong.length === 0) return `${name} was not found`;
  const said = [...(control?.wrong ?? []), ...(control?.troubles ?? [])][0] ?? '';
  return `${name}: the run does not hold without the mistake either: ${said.slice(0, SENTENCE_CHARACTERS)}`;
}

function shown({ plant, searched, control, failure }: Sought) {
  const { name, says, given = [], kinds, steps, seed } = plant;
  return {
    name,
    says,
    withoutSafeguards: given.length > 0,
    kinds,
    steps,
    seed,
    found: (searched?.wrong.length ?? 0) > 0,
    seconds: rounded(searched?.seconds ?? 0),
    acknowledged: searched?.acknowledged ?? 0,
    said: searched?.wrong.slice(0, SENTENCES_SHOWN).map((text) => text.slice(0, SENTENCE_CHARACTERS)) ?? [],
    troubles: searched?.troubles ?? [],
    ...(control === undefined
      ? {}
      : {
          controlHeld: control.wrong.length + control.troubles.length === 0,
          controlSeconds: rounded(control.seconds),
        }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
