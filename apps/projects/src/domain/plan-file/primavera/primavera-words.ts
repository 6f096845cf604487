import type { LagCalendar } from '../plan-file.js';
import type { LinkType } from '../plan-link.js';
import type { ActivityKind, ConstraintType, PercentKind, TaskType } from '../plan-task.js';

/** Words of Primavera XML and what they are here. The order is that of Primavera's own lists. */
export const CONSTRAINT_WORDS: ReadonlyMap<string, ConstraintType> = new Map([
  ['Start On', 'start-on'],
  ['Start On or Before', 'start-no-later-than'],
  ['Start On or After', 'start-no-earlier-than'],
  ['Finish On', 'finish-on'],
  ['Finish On or Before', 'finish-no-later-than'],
  ['Finish On or After', 'finish-no-earlier-than'],
  ['As Late As Possible', 'as-late-as-possible'],
  ['Mandatory Start', 'must-start-on'],
  ['Mandatory Finish', 'must-finish-on'],
]);

export const ACTIVITY_WORDS: ReadonlyMap<string, ActivityKind> = new Map([
  ['Task Dependent', 'task-dependent'],
  ['Resource Dependent', 'resource-dependent'],
  ['Level of Effort', 'level-of-effort'],
  ['Start Milestone', 'start-milestone'],
  ['Finish Milestone', 'finish-milestone'],
  ['WBS Summary', 'wbs-summary'],
]);

export const PERCENT_WORDS: ReadonlyMap<string, PercentKind> = new Map([
  ['Duration', 'duration'],
  ['Units', 'units'],
  ['Physical', 'physical'],
]);

export const TASK_TYPE_WORDS: ReadonlyMap<string, TaskType> = new Map([
  ['Fixed Units/Time', 'fixed-units'],
  ['Fixed Duration and Units/Time', 'fixed-duration'],
  ['Fixed Units', 'fixed-work'],
  ['Fixed Duration and Units', 'fixed-duration-and-units'],
]);

export const LINK_WORDS: ReadonlyMap<string, LinkType> = new Map([
  ['Finish to Start', 'finish-start'],
  ['Start to Start', 'start-start'],
  ['Finish to Finish', 'finish-finish'],
  ['Start to Finish', 'start-finish'],
]);

export const PRIORITY_WORDS: ReadonlyMap<string, number> = new Map([
  ['Top', 900],
  ['High', 600],
  ['Normal', 500],
  ['Low', 400],
  ['Lowest', 100],
]);

/** Lags around the clock are elapsed lags, not a calendar. */
export const LAG_CALENDAR_WORDS: ReadonlyMap<string, LagCalendar | 'round-the-clock'> = new Map([
  ['Predecessor Activity Calendar', 'predecessor'],
  ['Successor Activity Calendar', 'successor'],
  ['Project Default Calendar', 'project'],
  ['24 Hour Calendar', 'round-the-clock'],
]);

export const RATE_WORDS: ReadonlyMap<string, 'A' | 'B' | 'C' | 'D' | 'E'> = new Map([
  ['Price / Unit', 'A'],
  ['Price / Unit 2', 'B'],
  ['Price / Unit 3', 'C'],
  ['Price / Unit 4', 'D'],
  ['Price / Unit 5', 'E'],
]);

/** Elements of a ResourceRate that hold the five prices. */
export const PRICE_ELEMENTS = {
  A: 'PricePerUnit',
  B: 'PricePerUnit2',
  C: 'PricePerUnit3',
  D: 'PricePerUnit4',
  E: 'PricePerUnit5',
} as const;

/** The word for a meaning; undefined when the format has none. */
export function wordFor<T>(words: ReadonlyMap<string, T>, meaning: T): string | undefined {
  for (const [word, known] of words) if (known === meaning) return word;
  return undefined;
}
