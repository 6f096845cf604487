import { isFund } from '../domain/budget-tree/budget-node.js';
import { EXTERNAL_FUND } from '../domain/ledger/account.js';
import type { Fund } from '../domain/ledger/account.js';
import { releaseUnspent } from '../domain/ledger/release-unspent.js';
import { nodesUpwards } from './budget-nodes.js';
import { openBooks } from './books.js';
import { lockBudget } from './budgets.js';
import type { Tx } from './database.js';
import { writeEntry } from './journal.js';
import { rebudget } from './rebudget.js';
import { reportMoney } from './status.js';
import { today } from './work.js';
import type { Work } from './work.js';

interface Decided {
  readonly projectId: string;
  readonly reference: string;
  readonly decision: string;
  readonly by: string;
}

/**
 * A stopped project is frozen, and what it does not owe goes back to the fund it stands under, to the outside where it
 * stands under none: as entries of the ledger and a last version of its budget.
 */
export async function freeBudget(work: Work, { projectId, ...decided }: Decided): Promise<void> {
  const before = await lockBudget(work.tx, projectId);
  const frozen = before.isFrozen ? before : await reportMoney(work, before, { isFrozen: true });
  const { currency } = frozen;
  if (currency === null) return;
  const fund = await fundOf(work.tx, projectId, currency);
  const fundIds = fund.kind === 'external' ? [] : [fund.id];
  const { ledger } = await openBooks(work.tx, { currency, projectIds: [projectId], fundIds });
  const { entries, after } = releaseUnspent(ledger, {
    ...decided,
    projectId,
    to: fund,
    on: today(work),
    newId: work.newId,
  });
  for (const { entry, amountMinor } of entries)
    await writeEntry(work.tx, entry, { projectId, amountMinor, recordedAt: work.now });
  const budgets = new Map([[projectId, frozen]]);
  const { reference, decision, by: approvedBy } = decided;
  await rebudget(work, { ledger, budgets }, after, { reference, decision, approvedBy });
}

/** A frozen fund takes its money back all the same: nobody decides here, something decided is carried out. */
async function fundOf(tx: Tx, projectId: string, currency: string): Promise<Fund> {
  const nodes = await nodesUpwards(tx, [projectId]);
  const parent = nodes.get(nodes.get(projectId)?.parentId ?? '');
  if (!parent || !isFund(parent.kind) || parent.currency !== currency) return EXTERNAL_FUND;
  return { kind: parent.kind, id: parent.nodeId } as Fund;
}
