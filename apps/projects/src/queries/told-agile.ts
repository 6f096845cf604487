import type { SprintDay, Velocity } from '@meridian/contracts-projects';
import { burnDown } from '../domain/agile/burn-down.js';
import type { Sprint } from '../domain/agile/sprint.js';
import { velocity } from '../domain/agile/velocity.js';
import { entriesOf } from '../persistence/agile/sprints.js';
import { workingDays } from '../persistence/agile/working-days.js';
import type { Tx } from '../persistence/database.js';

const TOLD = 12;

/** Burn-down and burn-up of a sprint that began; nothing for another. */
export async function toldDays(tx: Tx, sprint: Sprint, today: string): Promise<SprintDay[]> {
  if (sprint.startedOn === null) return [];
  const entries = await entriesOf(tx, sprint.sprintId);
  const isWorkingDay = await workingDays(tx, sprint.projectId);
  const days = burnDown({ sprint, entries, today, isWorkingDay });
  return days.map(({ on, idealPoints, burnt }) => ({ on, idealPoints, ...burnt }));
}

/** @param sprints of a project, oldest first */
export function toldVelocity(sprints: readonly Sprint[]): Velocity {
  const closed = sprints.flatMap(({ sprintId, number, committedPoints, donePoints }) =>
    committedPoints === null || donePoints === null
      ? []
      : [{ sprintId, number, committedPoints, donePoints }],
  );
  const figures = velocity(closed) ?? { sprintCount: 0, notAvailable: 'no-closed-sprint' as const };
  return { sprints: closed.slice(-TOLD), ...figures };
}
