import type { StoredTask } from './stored-plan.js';

/** What levelling looked at of a task. */
export type LevelledWork = Pick<
  StoredTask,
  | 'isSummary'
  | 'isActive'
  | 'isManual'
  | 'durationMinutes'
  | 'idleMinutes'
  | 'isElapsed'
  | 'calendarKey'
  | 'constraintKind'
  | 'constraintAt'
  | 'workMinutes'
>;

const FACTS: readonly (keyof LevelledWork)[] = [
  'isSummary',
  'isActive',
  'isManual',
  'durationMinutes',
  'idleMinutes',
  'isElapsed',
  'calendarKey',
  'constraintKind',
  'constraintAt',
  'workMinutes',
];

/** Is it the same work at the same time of day by the same wish? Names, money, baselines and progress do not count. */
export function isSameWork(task: LevelledWork, other: LevelledWork): boolean {
  return FACTS.every((fact) => task[fact] === other[fact]);
}

/** Who works on a task how much, in an order that does not depend on the file. */
export function peopleWords(
  assignments: readonly {
    readonly resourceName: string;
    readonly unitsPercent: number;
    readonly workMinutes: number;
  }[],
): string {
  return assignments
    .map(({ resourceName, unitsPercent, workMinutes }) => `${resourceName} ${unitsPercent} ${workMinutes}`)
    .sort()
    .join('\n');
}
