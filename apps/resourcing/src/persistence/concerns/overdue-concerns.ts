import type { Announce } from '@meridian/bus';
import { ConcernOverdue } from '@meridian/contracts-resourcing';
import type { ConcernReader, Tx } from '../database.js';

const AT_ONCE = 200;

/** Whether a concern waits for an answer longer than it was asked for, and that was not told. */
export async function isConcernOverdue(tx: Pick<Tx, 'concern'>, today: string): Promise<boolean> {
  const where = { state: 'open', isEscalated: false, answerBy: { lt: today } };
  return (await tx.concern.findFirst({ where, select: { concernId: true } })) !== null;
}

/** Tells of concerns that nobody answered in time, each once whatever the replicas, and to whose line managers. */
export async function tellOverdue(tx: Tx, announce: Announce, today: string): Promise<number> {
  const late = await tx.$queryRaw<{ concernId: string }[]>`
    SELECT concern_id AS "concernId" FROM concern WHERE state = 'open' AND NOT is_escalated AND answer_by < ${today}
    ORDER BY concern_id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`;
  const where = { concernId: { in: late.map(({ concernId }) => concernId) } };
  const concerns = await tx.concern.findMany({ where, include: { readers: true } });
  await tx.concern.updateMany({ where, data: { isEscalated: true } });
  for (const { concernId, raisedBy, confidentiality, answerBy, readers } of concerns) {
    await announce(ConcernOverdue, {
      concernId,
      confidentiality: confidentiality as ConcernOverdue['confidentiality'],
      answerBy,
      waitsForPersonIds: readers.map(({ personId }) => personId),
      escalatedToPersonIds: await managersOf(tx, readers, raisedBy),
    });
  }
  return concerns.length;
}

/** Never who raised it: the event would say it was they. */
async function managersOf(
  tx: Tx,
  readers: readonly Pick<ConcernReader, 'personId'>[],
  raisedBy: string,
): Promise<string[]> {
  const ids = readers.map(({ personId }) => personId);
  const people = await tx.person.findMany({ where: { personId: { in: ids } } });
  const managers = new Set(people.flatMap(({ lineManagerId }) => lineManagerId ?? []));
  return [...managers].filter((one) => one !== raisedBy && !ids.includes(one)).sort();
}
