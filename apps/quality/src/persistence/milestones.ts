import { Refusal } from '@meridian/refusal';
import type { Tx } from './database.js';

/** A milestone with its project and its checks in order, its row locked for this transaction. */
export async function lockMilestone(tx: Tx, milestoneId: string) {
  await tx.$queryRaw`SELECT 1 FROM "milestone" WHERE "milestone_id" = ${milestoneId}::uuid FOR UPDATE`;
  const milestone = await tx.milestone.findUnique({
    where: { milestoneId },
    include: { project: true, checks: { orderBy: [{ position: 'asc' }, { checkId: 'asc' }] } },
  });
  if (!milestone || milestone.isWithdrawn) {
    throw new Refusal(
      'quality/milestone-not-found',
      'There is no milestone with this id in an adopted plan.',
      {
        kind: 'not-found',
      },
    );
  }
  return milestone;
}

export type LockedMilestone = Awaited<ReturnType<typeof lockMilestone>>;

/** Those of these milestones that are known, with their checks in order, their rows locked in one order. */
export async function lockMilestones(tx: Tx, milestoneIds: readonly string[]) {
  await tx.$queryRaw`SELECT 1 FROM "milestone" WHERE "milestone_id" = ANY(${milestoneIds}::uuid[])
                      ORDER BY "milestone_id" FOR UPDATE`;
  return tx.milestone.findMany({
    where: { milestoneId: { in: [...milestoneIds] } },
    include: { checks: { orderBy: [{ position: 'asc' }, { checkId: 'asc' }] } },
    orderBy: { milestoneId: 'asc' },
  });
}

export type KnownMilestone = Awaited<ReturnType<typeof lockMilestones>>[number];
