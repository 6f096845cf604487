import { compileCalendar, intersectCalendars, uniteCalendars } from '@meridian/calendar';
import type { CalendarDefinition, WorkingCalendar } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';

/**
 * Which hours a task is worked in, as text: keys of calendars joined by `|` for "any of them works" (the people on it), with
 * the task's own calendar and `&` before it for "and at the same time this one": `7&3|4`.
 */
export function calendarKey(own: string | null, people: readonly string[]): string | null {
  const any = [...new Set(people)].sort().join('|');
  if (own === null) return any === '' ? null : any;
  return any === '' || any === own ? own : `${own}&${any}`;
}

/** The keys of the calendars that a calendar key is made of. */
export function calendarsIn(key: string): string[] {
  return key.split(/[&|]/);
}

/** Compiles each calendar of a plan once, and each combination of them. */
export class CompiledCalendars {
  readonly byKey = new Map<string, WorkingCalendar>();

  constructor(private readonly definitions: Readonly<Record<string, CalendarDefinition>>) {}

  /** Undefined when a calendar of the key is not there. */
  at(key: string): WorkingCalendar | undefined {
    const known = this.byKey.get(key);
    if (known) return known;
    const made = this.make(key);
    if (made) this.byKey.set(key, made);
    return made;
  }

  private make(key: string): WorkingCalendar | undefined {
    const [own, people] = key.split('&');
    if (own !== undefined && people !== undefined) return this.common(own, people);
    const [first, ...others] = key.split('|').flatMap((one) => this.single(one) ?? []);
    return first && uniteCalendars(first, ...others);
  }

  private single(key: string): WorkingCalendar | undefined {
    if (key.includes('|')) return this.at(key);
    const definition = this.definitions[key];
    const made = this.byKey.get(key) ?? (definition && compileCalendar(definition));
    if (made) this.byKey.set(key, made);
    return made;
  }

  /** Without a common hour the task's own calendar rules. */
  private common(own: string, people: string): WorkingCalendar | undefined {
    const [task, theirs] = [this.at(own), this.at(people)];
    if (!task || !theirs) return task ?? theirs;
    try {
      return intersectCalendars(task, theirs);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'calendar/no-working-time') return task;
      throw error;
    }
  }
}
