import { Refusal } from '@meridian/refusal';

/** What is asked for when a baseline is taken. */
export interface BaselineWish {
  readonly name: string;
  readonly decision: string | null;
  /** `YYYY-MM-DD`; null for the status date of the plan. */
  readonly effectiveOn: string | null;
}

/** What is known when it is asked for. Days are `YYYY-MM-DD`. */
export interface BaselineState {
  readonly earlier: readonly {
    readonly number: number;
    readonly name: string;
    readonly effectiveOn: string;
  }[];
  /** Up to which day it is known what was done. */
  readonly dataDate: string | null;
  readonly today: string;
}

/**
 * The day a new baseline counts from.
 *
 * @throws Refusal `projects/baseline-name-taken`, `projects/rebaseline-needs-decision`, `projects/baseline-retroactive`,
 * `projects/baseline-in-future`
 */
export function effectiveDay(wish: BaselineWish, { earlier, dataDate, today }: BaselineState): string {
  const twin = earlier.find(({ name }) => name === wish.name);
  if (twin) {
    throw new Refusal(
      'projects/baseline-name-taken',
      `Baseline ${twin.number} of this project is called "${twin.name}" already; give this one another name.`,
      { details: { number: twin.number } },
    );
  }
  if (earlier.length > 0 && wish.decision === null) throw decisionMissing();
  const last = earlier.reduce((day, { effectiveOn }) => (effectiveOn > day ? effectiveOn : day), '');
  const closed = dataDate !== null && dataDate > last ? dataDate : last;
  const day = wish.effectiveOn ?? (closed === '' ? today : closed);
  if (day < closed) throw retroactive(day, closed);
  const latest = closed > today ? closed : today;
  if (day > latest) throw inFuture(day, latest);
  return day;
}

function decisionMissing(): Refusal {
  return new Refusal(
    'projects/rebaseline-needs-decision',
    'The project has a baseline; a new one needs the reference of the decision that it rests on.',
    { kind: 'unprocessable' },
  );
}

function retroactive(day: string, closed: string): Refusal {
  return new Refusal(
    'projects/baseline-retroactive',
    `A baseline from ${day} on would change what was promised for days that are closed; it can count from ${closed} on.`,
    { kind: 'unprocessable', details: { found: day, earliest: closed } },
  );
}

function inFuture(day: string, latest: string): Refusal {
  return new Refusal(
    'projects/baseline-in-future',
    `${day} is yet to come; a baseline counts from a day of which it is known what was done, at the latest ${latest}.`,
    { kind: 'unprocessable', details: { found: day, latest } },
  );
}
