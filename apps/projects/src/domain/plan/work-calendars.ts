import type { CalendarDefinition } from '@meridian/calendar';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { PlanTask } from '../plan-file/plan-task.js';
import { calendarKey } from './calendar-key.js';

/**
 * Which hours each task of a file is worked in. Resources mostly have calendars of their own that say nothing of their
 * own: calendars of the same content count as one, and the project's needs no mention.
 */
export class WorkCalendars {
  private readonly same = new Map<string, string>();
  private readonly people = new Map<number, string[]>();
  readonly projectKey: string | null;

  constructor(
    file: PlanFile,
    private readonly definitions: Readonly<Record<string, CalendarDefinition>>,
  ) {
    this.findSame();
    const uid = file.header.calendarUid;
    this.projectKey = uid === null ? null : (this.same.get(String(uid)) ?? null);
    this.findPeople(file);
  }

  keyOf(task: PlanTask): string | null {
    const own = task.calendarUid === null ? null : (this.same.get(String(task.calendarUid)) ?? null);
    const people = this.people.get(task.uid) ?? [];
    const key = task.activityKind === null ? inCommon(task, own, people) : ofActivity(task, own, people);
    return key === this.projectKey ? null : key;
  }

  /** The first calendar of each content stands for all of them; the names make no difference. */
  private findSame(): void {
    const first = new Map<string, string>();
    for (const [key, { name: _, ...content }] of Object.entries(this.definitions)) {
      const text = JSON.stringify(content, (field, value: unknown) => (field === 'name' ? undefined : value));
      if (!first.has(text)) first.set(text, key);
      this.same.set(key, first.get(text) ?? key);
    }
  }

  private findPeople(file: PlanFile): void {
    const calendars = new Map(
      file.resources.flatMap(({ uid, type, calendarUid }) => {
        const key = this.same.get(String(calendarUid)) ?? this.projectKey;
        return type === 'work' && key !== null ? [[uid, key] as const] : [];
      }),
    );
    for (const { taskUid, resourceUid } of file.assignments) {
      const key = calendars.get(resourceUid ?? Number.NaN);
      if (key === undefined) continue;
      const keys = this.people.get(taskUid) ?? [];
      this.people.set(taskUid, keys);
      keys.push(key);
    }
  }
}

/** Microsoft Project: the hours that a task's own calendar and those of its people have in common. */
function inCommon(task: PlanTask, own: string | null, people: readonly string[]): string | null {
  return calendarKey(own, own !== null && task.ignoresResourceCalendars ? [] : people);
}

/** Primavera: an activity is placed in its own calendar or, when it depends on its resources, in theirs alone. */
function ofActivity(task: PlanTask, own: string | null, people: readonly string[]): string | null {
  return task.ignoresResourceCalendars || people.length === 0 ? own : calendarKey(null, people);
}
