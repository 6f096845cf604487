import type { BudgetException } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import type { Tx } from './database.js';
import type { BudgetException as ExceptionRow } from './generated/client.js';

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

export function exceptionOnWire(row: ExceptionRow): BudgetException {
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
    ...(row.usedByEntryId === null ? {} : { usedByEntryId: row.usedByEntryId }),
  };
}
