import { BudgetExceptionExpired } from '@meridian/contracts-budgeting';
import type { BudgetException } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import type { Tx } from './database.js';
import type { BudgetException as ExceptionRow } from './generated/client.js';

import { today } from './work.js';
import type { Work } from './work.js';

export type { ExceptionRow };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The exception, its row locked until the transaction ends; null where the text names none. */
export async function lockException(tx: Tx, exceptionId: string): Promise<ExceptionRow | null> {
  if (!UUID.test(exceptionId)) return null;
  await tx.$queryRaw`SELECT 1 FROM budget_exception WHERE exception_id = ${exceptionId}::uuid FOR UPDATE`;
  return tx.budgetException.findUnique({ where: { exceptionId } });
}

/** One posting uses it, and no other will. */
export async function useException(
  tx: Tx,
  { exceptionId }: ExceptionRow,
  usedByEntryId: string,
): Promise<void> {
  await tx.budgetException.update({
    where: { exceptionId },
    data: { state: 'used', version: { increment: 1 }, usedByEntryId },
    select: { version: true },
  });
}

/** An exception whose last day is over and that nobody decided on or used, or null. */
export async function overdueException(
  tx: Pick<Tx, 'budgetException'>,
  day: string,
  besides: readonly string[],
): Promise<string | null> {
  const row = await tx.budgetException.findFirst({
    where: { ...ending(day), exceptionId: { notIn: [...besides] } },
    orderBy: [{ validThrough: 'asc' }, { exceptionId: 'asc' }],
    select: { exceptionId: true },
  });
  return row?.exceptionId ?? null;
}

/** It counts no more, and that is told once; what was decided or used meanwhile is left as it is. */
export async function expireException(work: Work, exceptionId: string): Promise<void> {
  const { tx, now } = work;
  const before = await lockException(tx, exceptionId);
  const { count } = await tx.budgetException.updateMany({
    where: { exceptionId, ...ending(today(work)) },
    data: { expiredAt: now, version: { increment: 1 } },
  });
  if (count === 0 || before?.validThrough == null) return;
  const { projectId, state, validThrough } = before;
  const wasGranted = state === 'approved';
  await work.announce(BudgetExceptionExpired, { projectId, exceptionId, wasGranted, validThrough });
}

function ending(day: string) {
  return { expiredAt: null, state: { in: ['asked', 'approved'] }, validThrough: { lt: day } };
}

export function exceptionOnWire(
  row: ExceptionRow,
  names: ReadonlyMap<string, string> = new Map(),
): BudgetException {
  const [askedByName, decidedByName] = [names.get(row.askedBy), names.get(row.decidedBy ?? '')];
  const { exceptionId, version, projectId, nodeId, currency, reason, askedBy } = row;
  return {
    exceptionId,
    version,
    projectId,
    nodeId,
    state: row.state as BudgetException['state'],
    amountMinor: minorToWire(row.amountMinor),
    currency,
    reason,
    askedBy,
    askedAt: row.askedAt.toISOString(),
    ...(row.decidedBy === null ? {} : { decidedBy: row.decidedBy }),
    ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt.toISOString() }),
    ...(row.decision === null ? {} : { decision: row.decision }),
    ...(askedByName === undefined ? {} : { askedByName }),
    ...(decidedByName === undefined ? {} : { decidedByName }),
    ...(row.validThrough === null ? {} : { validThrough: row.validThrough }),
    ...(row.expiredAt === null ? {} : { expiredAt: row.expiredAt.toISOString() }),
    ...(row.usedByEntryId === null ? {} : { usedByEntryId: row.usedByEntryId }),
  };
}
