import { Refusal } from '@meridian/refusal';
import { dayNumber } from './calendar-day.js';
import type { EarningMethod } from './task-earning.js';

interface RecordedMilestone {
  readonly name: string;
  readonly weight: string;
  readonly reachedOn?: string | undefined;
}

/** What is said of how a part of a plan earns; each method has its own fields. */
export interface EarningAsked {
  readonly method: EarningMethod;
  readonly milestones?: readonly RecordedMilestone[] | undefined;
  readonly quantityDone?: string | undefined;
  readonly quantityPlanned?: string | undefined;
  readonly unit?: string | undefined;
  readonly baseWbs?: string | undefined;
  readonly asOf?: string | undefined;
}

export interface EarningRecord {
  /** Undefined for a method that needs nothing but its name. */
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  /** The day that what is recorded was true; undefined where nothing is. */
  readonly asOf: string | undefined;
}

/**
 * What is kept of it. What was recorded was true on a day that is over: nothing is earned in advance.
 *
 * @param today `YYYY-MM-DD`
 * @throws Refusal `budgeting/earning-parameters`, `budgeting/not-a-date`
 */
export function earningRecord(asked: EarningAsked, today: string): EarningRecord {
  const { method } = asked;
  const needs = FIELDS[method] ?? [];
  const given = NAMED.filter((field) => asked[field] !== undefined);
  const missing = needs.filter((field) => asked[field] === undefined && field !== 'unit');
  const beside = given.filter((field) => !needs.includes(field));
  if (missing.length > 0) throw wrong(`${method} needs ${missing.join(' and ')}`);
  if (beside.length > 0) throw wrong(`${method} takes no ${beside.join(' and no ')}`);
  if (needs.length === 0) return { parameters: undefined, asOf: undefined };
  const parameters = Object.fromEntries(
    needs.flatMap((field) => (asked[field] === undefined ? [] : [[field, asked[field]]])),
  );
  if (method === 'apportioned') return { parameters, asOf: undefined };
  const asOf = asked.asOf ?? today;
  dayNumber(asOf);
  if (asOf > today) throw wrong(`it is recorded as of ${asOf}, and today is ${today}`);
  for (const { name, reachedOn } of asked.milestones ?? []) requireReached(name, reachedOn, asOf);
  return { parameters, asOf };
}

const NAMED = ['milestones', 'quantityDone', 'quantityPlanned', 'unit', 'baseWbs'] as const;
type Field = (typeof NAMED)[number];

const QUANTITY: readonly Field[] = ['quantityDone', 'quantityPlanned', 'unit'];
const FIELDS: Readonly<Partial<Record<EarningMethod, readonly Field[]>>> = {
  'weighted-milestones': ['milestones'],
  physical: QUANTITY,
  'agile-points': QUANTITY,
  apportioned: ['baseWbs'],
};

function requireReached(name: string, reachedOn: string | undefined, asOf: string): void {
  if (reachedOn === undefined) return;
  dayNumber(reachedOn);
  if (reachedOn > asOf) throw wrong(`${name} is said to be reached on ${reachedOn}, after ${asOf}`);
}

function wrong(found: string): Refusal {
  return new Refusal(
    'budgeting/earning-parameters',
    `How a part earns is told with what its method needs, for a day that is over: ${found}.`,
    { kind: 'unprocessable' },
  );
}
