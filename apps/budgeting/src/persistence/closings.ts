import type { Announce } from '@meridian/bus';
import { ClosingMoneyAnswered } from '@meridian/contracts-budgeting';
import type { ClosingStarted } from '@meridian/contracts-projects';
import type { Tx } from './database.js';
import { openItems } from './open-items.js';

interface Work {
  readonly tx: Tx;
  readonly announce: Announce;
}

/** A closing that runs, and what was told of it last. */
interface Closing {
  readonly projectId: string;
  readonly closingId: string;
  readonly isStopped: boolean;
  readonly startedOn: string;
  readonly told: string | null;
}

/** So many are told by name; the others are counted. */
const NAMED = 20;

/** Whoever changes the project at this moment is waited for: either the answer sees the change, or the change the closing. */
export async function beginClosing(
  work: Work,
  { projectId, closingId, isStopped, startedOn }: ClosingStarted,
): Promise<void> {
  const { tx } = work;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${projectId}, 3))`;
  const known = await tx.closing.findUnique({ where: { projectId } });
  if (known?.closingId !== closingId) {
    const closing = { closingId, isStopped, startedOn, told: null };
    await tx.closing.upsert({ where: { projectId }, create: { projectId, ...closing }, update: closing });
  }
  await answerClosing(work, projectId);
}

export async function forgetClosing(
  tx: Tx,
  { projectId, closingId }: Pick<Closing, 'projectId' | 'closingId'>,
): Promise<void> {
  await tx.closing.deleteMany({ where: { projectId, closingId } });
}

/**
 * After a change of a project: where it is closing and its answer is another one now, that is told. Nothing is said of a
 * project that is not known here yet.
 */
export async function answerClosing(work: Work, projectId: string): Promise<void> {
  const { tx } = work;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${projectId}, 3))`;
  const [closing] = await tx.$queryRaw<Closing[]>`
    SELECT closing.project_id AS "projectId", closing_id AS "closingId", is_stopped AS "isStopped",
           started_on AS "startedOn", told
      FROM closing JOIN project USING (project_id)
     WHERE closing.project_id = ${projectId}::uuid FOR UPDATE OF closing`;
  if (closing) await tell(work, closing);
}

async function tell({ tx, announce }: Work, closing: Closing): Promise<void> {
  const { projectId, closingId } = closing;
  const open = await openItems(tx, closing);
  const verdict = open.length === 0 ? ('clear' as const) : ('open' as const);
  const answer = { verdict, openCount: open.length, items: open.slice(0, NAMED) };
  const told = JSON.stringify(answer);
  if (told === closing.told) return;
  await tx.closing.update({ where: { projectId }, data: { told } });
  await announce(ClosingMoneyAnswered, { projectId, closingId, ...answer });
}
