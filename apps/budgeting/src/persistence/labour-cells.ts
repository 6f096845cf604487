import type { AccountAt } from './ledger-reading.js';
import { labourMask } from '../domain/rates/labour-mask.js';
import type { CellMask, LabourCell } from '../domain/rates/labour-mask.js';
import type { Tx } from './database.js';

/** By what the balances of these projects differ for whoever may not see rates. */
export async function labourMasks(tx: Tx, projectIds: readonly string[]): Promise<readonly CellMask[]> {
  const withLabour = await tx.budget.findMany({
    where: { projectId: { in: [...projectIds] }, labourMinutes: { not: 0 } },
    select: { projectId: true, labourShownMinor: true },
  });
  if (withLabour.length === 0) return [];
  const cells = await labourCells(
    tx,
    withLabour.map(({ projectId }) => projectId),
  );
  return labourMask(
    cells,
    new Map(withLabour.map(({ projectId, labourShownMinor }) => [projectId, labourShownMinor])),
  );
}

/** Balances with the labour that may be told instead of their own. */
export function maskedAccounts(
  accounts: readonly AccountAt[],
  masks: readonly CellMask[],
): readonly AccountAt[] {
  return accounts.map((account) => {
    const { accountId, accountKind, period, balanceMinor } = account;
    const mask = masks.find((one) => one.budgetId === accountId && one.period === period);
    if (!mask) return account;
    if (accountKind === 'actual') return { ...account, balanceMinor: balanceMinor + mask.addedMinor };
    return accountKind === 'budget' ? { ...account, balanceMinor: balanceMinor - mask.addedMinor } : account;
  });
}

function labourCells(tx: Tx, projectIds: readonly string[]): PromiseLike<LabourCell[]> {
  return tx.$queryRaw<LabourCell[]>`
    SELECT t.project_id AS "projectId", p.account_id AS "budgetId", p.period, sum(p.amount_minor)::bigint AS "labourMinor",
           sum(t.minutes)::int AS minutes
      FROM time_booking t JOIN posting p ON p.entry_id = t.posting_id
     WHERE t.project_id = ANY (${[...projectIds]}::uuid[]) AND t.state = 'posted' AND p.account_kind = 'actual'
     GROUP BY t.project_id, p.account_id, p.period ORDER BY t.project_id, p.account_id, p.period`;
}
