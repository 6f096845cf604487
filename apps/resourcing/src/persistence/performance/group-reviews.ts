import { groupSums, type GroupSum } from '../../domain/performance/group-figures.js';
import { groupsMadeOn, periodNamed } from '../../domain/performance/period.js';
import { groupedBy } from '../../domain/levelling/grouped-by.js';
import type { Tx } from '../database.js';
import type { GroupReview, Prisma } from '../generated/client.js';
import { isReleased, settledFigures } from './reviews.js';

export function sumsOf({ sums }: Pick<GroupReview, 'sums'>): GroupSum[] {
  return sums as unknown as GroupSum[];
}

/**
 * Makes the groups of every period whose day has come, of all whose figures are settled by then. Who is told later is in
 * none: a group that changed would give away who came.
 */
export async function makeGroups(tx: Tx, today: string): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('group_review', 0))`;
  const open = await tx.$queryRaw<{ period: string }[]>`
    SELECT DISTINCT period FROM performance_review
    WHERE NOT EXISTS (SELECT 1 FROM group_review WHERE group_review.period = performance_review.period)`;
  const due = open.map(({ period }) => period).filter((one) => groupsMadeOn(periodNamed(one)) <= today);
  for (const period of due) await makeGroupsOf(tx, period, today);
  return due.length;
}

async function makeGroupsOf(tx: Tx, period: string, today: string): Promise<void> {
  const reviews = await tx.performanceReview.findMany({ where: { period }, orderBy: { personId: 'asc' } });
  const released = reviews.flatMap((review) => {
    const figures = settledFigures(review);
    return figures && isReleased(review, today) ? [{ ...review, figures }] : [];
  });
  const units = groupedBy(released, ({ orgUnit }) => orgUnit);
  await tx.groupReview.createMany({
    data: [...units].map(([orgUnit, people]) => ({
      period,
      orgUnit,
      sums: groupSums(people) as unknown as Prisma.InputJsonArray,
    })),
  });
}
