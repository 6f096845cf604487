import type { ReserveKind } from '../domain/ledger/account.js';
import { openMoney } from '../domain/ledger/open-money.js';
import type { HeldMoney, KnownOrder, OpenMoney } from '../domain/ledger/open-money.js';
import type { Tx } from './database.js';

/** Money of a project that somebody has to settle. What a requisition held to a day before the closing has lapsed. */
export async function openItems(
  tx: Tx,
  { projectId, startedOn }: { readonly projectId: string; readonly startedOn: string },
): Promise<readonly OpenMoney[]> {
  const project = await tx.project.findUniqueOrThrow({ where: { projectId } });
  const budget = await tx.budget.findUnique({ where: { projectId }, select: { currency: true } });
  const reservations = await tx.reservation.findMany({
    where: { projectId, OR: [{ expiresOn: null }, { expiresOn: { gte: startedOn } }] },
    orderBy: { reservationId: 'asc' },
  });
  const reserves = await tx.accountBalance.findMany({
    where: { accountId: projectId, accountKind: { in: ['contingency', 'management-reserve'] } },
    orderBy: { accountKind: 'asc' },
  });
  const waiting = await tx.waitingCost.findMany({
    where: { projectCode: project.code },
    orderBy: { position: 'asc' },
  });
  return openMoney({
    currency: budget?.currency ?? project.currency,
    orders: await ordersOf(tx, projectId),
    accruals: await accrualsOf(tx, projectId),
    reservations,
    reserves: reserves.map(({ accountKind, balanceMinor }) => ({
      kind: accountKind as ReserveKind,
      balanceMinor,
    })),
    waiting: waiting.map(({ sentence, ...document }) => ({
      ...document,
      reason: sentence ?? document.reason,
    })),
  });
}

/** Orders of which something is open, by the reference they were first ordered with. */
function ordersOf(tx: Tx, projectId: string): PromiseLike<KnownOrder[]> {
  return tx.$queryRaw<KnownOrder[]>`
    SELECT c.commitment_id AS "commitmentId", c.accrued_minor AS "accruedMinor",
           c.committed_minor - c.invoiced_minor - c.released_minor - c.accrued_minor AS "openMinor",
           coalesce((SELECT e.reference FROM journal_entry e
                      WHERE e.project_id = c.project_id AND e.commitment_id = c.commitment_id
                      ORDER BY e.entry_no LIMIT 1), c.commitment_id) AS reference
      FROM commitment c
     WHERE c.project_id = ${projectId}::uuid
       AND (c.committed_minor - c.invoiced_minor - c.released_minor <> 0 OR c.accrued_minor <> 0)
     ORDER BY c.commitment_id`;
}

/** Accruals of journals that are still to be taken back. */
function accrualsOf(tx: Tx, projectId: string): PromiseLike<HeldMoney['accruals'][number][]> {
  return tx.$queryRaw<HeldMoney['accruals'][number][]>`
    SELECT e.entry_id AS "entryId", e.reference, e.amount_minor AS "amountMinor"
      FROM accrual a JOIN journal_entry e USING (entry_id)
     WHERE a.project_id = ${projectId}::uuid
       AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = a.entry_id)
     ORDER BY e.entry_no`;
}
