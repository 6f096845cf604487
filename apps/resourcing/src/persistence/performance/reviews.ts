import type { Announce } from '@meridian/bus';
import { PerformanceReady } from '@meridian/contracts-resourcing';
import type { Figure } from '../../domain/performance/figure.js';
import { lastPeriodTold, periodNamed, releasedWhenTold } from '../../domain/performance/period.js';
import type { Tx } from '../database.js';
import type { PerformanceReview, Prisma } from '../generated/client.js';
import { currentFigures } from './performance-facts.js';

type Reviewed = Pick<PerformanceReview, 'seenAt' | 'releasedOn'>;

/** Whether the line manager sees it: the person looked, or had the time to. */
export function isReleased({ seenAt, releasedOn }: Reviewed, today: string): boolean {
  return seenAt !== null || releasedOn <= today;
}

/** Figures as they were seen or released, from the table. */
export function settledFigures({ figures }: Pick<PerformanceReview, 'figures'>): Figure[] | null {
  return figures as unknown as Figure[] | null;
}

export function asStored(figures: readonly Figure[]): Prisma.InputJsonArray {
  return figures as unknown as Prisma.InputJsonArray;
}

/**
 * Tells everybody with approved time in the last period, each once whatever the replicas, that the figures can be looked
 * at. Returns how many it told.
 */
export async function tellReady(tx: Tx, announce: Announce, today: string): Promise<number> {
  const { name, from, to } = lastPeriodTold(today);
  const releasedOn = releasedWhenTold(today);
  const told = await tx.$queryRaw<{ personId: string; personName: string; lineManagerId: string | null }[]>`
    WITH made AS (
      INSERT INTO performance_review (person_id, period, org_unit, released_on)
      SELECT person_id, ${name}, org_unit, ${releasedOn} FROM person
      WHERE EXISTS (SELECT 1 FROM time_entry WHERE time_entry.person_id = person.person_id
                    AND is_approved AND day BETWEEN ${from} AND ${to})
      ON CONFLICT DO NOTHING RETURNING person_id)
    SELECT person_id AS "personId", name AS "personName", line_manager_id AS "lineManagerId"
    FROM made JOIN person USING (person_id) ORDER BY person_id`;
  for (const { lineManagerId, ...person } of told) {
    const manager = lineManagerId === null ? {} : { lineManagerId };
    await announce(PerformanceReady, { ...person, ...manager, period: name, releasedOn });
  }
  return told.length;
}

/** Settles the figures of one person whose notice is over without a look at them; false when there is none left. */
export async function settleOne(tx: Tx, today: string): Promise<boolean> {
  const [next] = await tx.$queryRaw<{ personId: string; period: string }[]>`
    SELECT person_id AS "personId", period FROM performance_review
    WHERE figures IS NULL AND released_on <= ${today} ORDER BY period, person_id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!next) return false;
  const figures = await currentFigures(tx, next.personId, periodNamed(next.period), today);
  await tx.performanceReview.update({
    where: { personId_period: next },
    data: { figures: asStored(figures), version: { increment: 1 } },
  });
  return true;
}
