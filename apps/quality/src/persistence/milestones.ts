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
