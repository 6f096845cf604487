import { weekCapacity } from '../domain/capacity.js';
import type { Tx } from './database.js';
import { employmentsOf } from './people.js';

export interface PersonWeek {
  readonly personId: string;
  readonly weekStart: string;
}

/** Minutes that people have in weeks, leave taken off, in the order of the weeks asked for. */
export async function capacitiesOf(
  tx: Pick<Tx, 'employmentFact' | 'leave'>,
  weeks: readonly PersonWeek[],
  today: string,
): Promise<number[]> {
  const ids = [...new Set(weeks.map(({ personId }) => personId))];
  const employments = await employmentsOf(tx, ids, today);
  const leaves = await tx.leave.findMany({ where: { personId: { in: ids }, isCancelled: false } });
  return weeks.map(({ personId, weekStart }) =>
    weekCapacity(
      employments.get(personId)?.periods ?? [],
      leaves.filter((leave) => leave.personId === personId),
      weekStart,
    ),
  );
}
