import type { Announce } from '@meridian/bus';
import { ConcernAttended, ConcernOverdue } from '@meridian/contracts-resourcing';
import type { ConcernState } from '../../domain/concerns/concern.js';
import type { Concern, ConcernReader, Person, Tx } from '../database.js';

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
    const owing = await peopleOf(tx, readers);
    await announce(ConcernOverdue, {
      concernId,
      confidentiality: confidentiality as ConcernOverdue['confidentiality'],
      answerBy,
      waitsForPersonIds: readers.map(({ personId }) => personId),
      waitsForNames: owing.map(({ name }) => name),
      escalatedToPersonIds: managersOf(owing, raisedBy),
    });
  }
  return concerns.length;
}

/** Tells that a concern waits no more, where it was told that it does. */
export async function tellAttended(
  announce: Announce,
  before: Pick<Concern, 'concernId' | 'state' | 'isEscalated'>,
  state: ConcernState,
): Promise<void> {
  const { concernId, isEscalated } = before;
  if (isEscalated && before.state === 'open' && state !== 'open')
    await announce(ConcernAttended, { concernId });
}

type Owing = Pick<Person, 'personId' | 'name' | 'lineManagerId'>;

function peopleOf(tx: Tx, readers: readonly Pick<ConcernReader, 'personId'>[]): Promise<Owing[]> {
  return tx.person.findMany({
    where: { personId: { in: readers.map(({ personId }) => personId) } },
    select: { personId: true, name: true, lineManagerId: true },
    orderBy: { personId: 'asc' },
  });
}

/** Never who raised it: the event would say it was they. */
function managersOf(owing: readonly Owing[], raisedBy: string): string[] {
  const managers = new Set(owing.flatMap(({ lineManagerId }) => lineManagerId ?? []));
  return [...managers]
    .filter((one) => one !== raisedBy && !owing.some(({ personId }) => personId === one))
    .sort();
}
