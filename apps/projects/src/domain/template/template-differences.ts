import { byKey } from './by-key.js';
import type { TemplateContent, TemplateTask } from './template-content.js';
import type { DayOffset } from './working-day-offset.js';

/** What may be other in a task. */
export type ChangedPart =
  'name' | 'place' | 'kind' | 'duration' | 'links' | 'date' | 'calendar' | 'roles' | 'checks';

export interface TaskDifference {
  readonly key: string;
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Empty for what is there in one only. */
  readonly fields: readonly ChangedPart[];
}

/** What of two versions, or of a template and a plan made from it, is compared. */
export type Comparable = Pick<TemplateContent, 'tasks' | 'links' | 'roles' | 'checks'>;

/** What is other in `after`: in the order of its outline, then what is gone. Tasks are the same by their keys. */
export function templateDifferences(before: Comparable, after: Comparable): TaskDifference[] {
  const [left, right] = [wordsByKey(before), wordsByKey(after)];
  const present = after.tasks.flatMap(({ key, name }): TaskDifference[] => {
    const [was, is] = [left.get(key), right.get(key)!];
    if (was === undefined) return [{ key, name, change: 'added', fields: [] }];
    const fields = PARTS.filter((part) => was[part] !== is[part]);
    return fields.length === 0 ? [] : [{ key, name, change: 'changed', fields }];
  });
  const gone = before.tasks.flatMap(({ key, name }): TaskDifference[] =>
    right.has(key) ? [] : [{ key, name, change: 'removed', fields: [] }],
  );
  return [...present, ...gone];
}

/** How many of each. */
export function differenceCounts(differences: readonly TaskDifference[]) {
  const count = (wanted: TaskDifference['change']) =>
    differences.filter(({ change }) => change === wanted).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}

const PARTS: readonly ChangedPart[] = [
  'name',
  'place',
  'kind',
  'duration',
  'links',
  'date',
  'calendar',
  'roles',
  'checks',
];

/** Each part of each task as text, in an order that does not depend on the file. */
function wordsByKey(content: Comparable): ReadonlyMap<string, Readonly<Record<ChangedPart, string>>> {
  const links = gathered(content.links, ({ toKey }) => toKey);
  const roles = gathered(content.roles, ({ taskKey }) => taskKey);
  const checks = gathered(content.checks, ({ milestoneKey }) => milestoneKey);
  return new Map(
    content.tasks.map((task) => [
      task.key,
      {
        ...ownWords(task),
        links: links.get(task.key) ?? '',
        roles: roles.get(task.key) ?? '',
        checks: checks.get(task.key) ?? '',
      },
    ]),
  );
}

/** Length and work of a summary follow from what is in it. */
function ownWords(task: TemplateTask): Record<Exclude<ChangedPart, 'links' | 'roles' | 'checks'>, string> {
  const { name, parentKey, isSummary, isMilestone, isActive, durationMinutes, isElapsed, byHand } = task;
  return {
    name,
    place: parentKey ?? '',
    kind: JSON.stringify([isSummary, isMilestone, isActive, byHand !== null]),
    duration: isSummary ? '' : JSON.stringify([durationMinutes, isElapsed]),
    date: JSON.stringify([
      task.constraintKind ?? 'ASAP',
      ...[task.constraintAt, task.deadline, byHand?.start, byHand?.finish].map(inOneOrder),
    ]),
    calendar: task.calendarKey === null ? '' : 'own',
  };
}

/** What comes from the database has its keys in another order than what was just counted. */
function inOneOrder(offset: DayOffset | null | undefined) {
  return offset ? [offset.workingDays, offset.minutes] : null;
}

function gathered<T extends object>(rows: readonly T[], keyOf: (row: T) => string): Map<string, string> {
  const text = (row: T) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return new Map([...byKey(rows, keyOf)].map(([key, list]) => [key, list.map(text).sort().join('\n')]));
}
