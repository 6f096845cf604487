import type { CalendarDefinition } from '@meridian/calendar';
import type { TemplateContent, TemplateTask } from '../template/template-content.js';
import type { Ids } from './links-taken.js';

type Calendars = Readonly<Record<string, CalendarDefinition>>;

export interface CalendarsTaken {
  readonly definitions: Calendars;
  /** The key in the plan of the own calendar of a task of the later version. */
  readonly keyOf: (task: TemplateTask) => string | null;
}

/** The calendars of a plan with those that chosen tasks bring; two of one key that are not the same stand beside each other. */
export function calendarsTaken(
  calendars: Calendars,
  { later, isChosen }: { readonly later: TemplateContent; readonly isChosen: Ids['isChosen'] },
): CalendarsTaken {
  const definitions: Record<string, CalendarDefinition> = { ...calendars };
  const given = new Map<string, string>();
  for (const { key, calendarKey } of later.tasks) {
    const wanted = calendarKey === null ? undefined : later.calendars[calendarKey];
    if (calendarKey === null || wanted === undefined || given.has(calendarKey)) continue;
    if (!isChosen(key, 'calendar') && !isChosen(key, 'task')) continue;
    const known = Object.keys(definitions).find((one) => isSame(definitions[one]!, wanted));
    const free = known ?? freeKey(definitions, calendarKey);
    definitions[free] = wanted;
    given.set(calendarKey, free);
  }
  return {
    definitions,
    keyOf: ({ calendarKey }) => (calendarKey === null ? null : (given.get(calendarKey) ?? null)),
  };
}

function freeKey(definitions: Calendars, wanted: string): string {
  let key = wanted;
  for (let number = 2; key in definitions; number++) key = `${wanted}-${number}`;
  return key;
}

/** By what they say, whatever the order in which it is kept. */
function isSame(one: CalendarDefinition, other: CalendarDefinition): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
