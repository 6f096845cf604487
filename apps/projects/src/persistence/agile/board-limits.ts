import type { BacklogItem } from '../../domain/agile/backlog-item.js';
import {
  limitOf,
  overrunOf,
  requireAllowed,
  type OnOverrun,
  type Overrun,
} from '../../domain/agile/wip-limit.js';
import type { Tx } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { withoutGaps } from '../without-gaps.js';

export type LimitsRow = Prisma.BoardLimitsGetPayload<object>;

/** The limits in force; null while nobody set any. */
export function limitsInForce(tx: Pick<Tx, 'boardLimits'>, projectId: string): Promise<LimitsRow | null> {
  return tx.boardLimits.findFirst({ where: { projectId }, orderBy: { version: 'desc' } });
}

/**
 * The overrun that a move to another state and sprint makes and the board lets pass; null when it makes none. The project must be locked.
 *
 * @throws Refusal `projects/wip-limit`
 */
export async function allowedOverrun(
  tx: Tx,
  item: BacklogItem,
  { state: to, sprintId }: Pick<BacklogItem, 'state' | 'sprintId'>,
): Promise<Overrun | null> {
  const row = await limitsInForce(tx, item.projectId);
  if (row === null) return null;
  const limits = { ...row, onOverrun: row.onOverrun as OnOverrun };
  if (limitOf(limits, to) === null) return null;
  const { projectId, itemId } = item;
  const held = await tx.backlogItem.count({
    where: { projectId, state: to, sprintId, itemId: { not: itemId } },
  });
  const overrun = overrunOf(item, to, { limits, held });
  requireAllowed(limits, overrun);
  return overrun;
}

/** Limits on the wire. */
export function toldLimits({ version, onOverrun, setByName, setAt, committed, inProgress }: LimitsRow) {
  return {
    version,
    onOverrun: onOverrun as OnOverrun,
    setByName,
    setAt: setAt.toISOString(),
    ...withoutGaps({ committed, inProgress }),
  };
}
