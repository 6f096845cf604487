import { requireSameCurrency } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { isFund } from '../domain/budget-tree/budget-node.js';
import { EXTERNAL_FUND } from '../domain/ledger/account.js';
import { changeBudgets, requireAllPosted } from '../domain/portfolio/change-budgets.js';
import type { BudgetAsked, BudgetSettled, PostingMode } from '../domain/portfolio/change-budgets.js';
import { openBooks } from './books.js';
import { nodeIn, nodesUpwards } from './budget-nodes.js';
import type { ChangeSetWithLines } from './change-sets.js';
import { answerClosing } from './closings.js';
import type { Tx } from './database.js';
import { writeEntry } from './journal.js';
import { rebudget } from './rebudget.js';
import { postWaitingForMoney } from './waiting-for-money.js';
import { today } from './work.js';
import type { Work } from './work.js';

interface Decided {
  readonly budgets: PostingMode;
  readonly decision: string;
  readonly by: string;
}

interface Asked {
  readonly possible: readonly BudgetAsked[];
  readonly refused: readonly BudgetSettled[];
}

/**
 * Posts what accepted lines ask for and was not posted yet, under the locks of all their projects and funds together: the
 * entries, the new versions of the budgets, and what came of each line. The portfolio's lock is held.
 *
 * @throws Refusal `budgeting/change-budgets-refused` where all or nothing was asked for and a line cannot be posted
 */
export async function postChangeBudgets(
  work: Work,
  changeSet: ChangeSetWithLines,
  { budgets: mode, decision, by }: Decided,
): Promise<void> {
  const { tx } = work;
  const { currency } = changeSet;
  const reference = `Portfolio decision: ${changeSet.name}`.slice(0, 200);
  const asked = await budgetsAsked(tx, changeSet);
  const fundIds = asked.possible.flatMap(({ fund }) => (fund.kind === 'external' ? [] : [fund.id]));
  const projectIds = asked.possible.map(({ projectId }) => projectId);
  const books = await openBooks(tx, { currency, projectIds, fundIds });
  // Read under the lock: a freeze may have come meanwhile.
  const { possible, refused } = withoutFrozen(asked, await nodesUpwards(tx, fundIds));
  const heading = { on: today(work), decision, by, reference, newId: work.newId };
  const { settled, after } = changeBudgets(books.ledger, possible, heading);
  const all = [...settled, ...refused];
  if (mode === 'all-or-nothing') requireAllPosted(all);
  for (const one of all) await save(work, changeSet.scenarioId, one);
  await rebudget(work, books, after, { reference, decision, approvedBy: by });
  for (const projectId of books.budgets.keys()) {
    await postWaitingForMoney(work, projectId);
    await answerClosing(work, projectId);
  }
}

async function budgetsAsked(tx: Tx, { lines, currency }: ChangeSetWithLines): Promise<Asked> {
  const open = lines.flatMap(({ candidateId, name, projectId, review, newBudgetMinor, budgetOutcome }) =>
    review === 'accepted' && projectId !== null && newBudgetMinor !== null && budgetOutcome !== 'posted'
      ? [{ candidateId, name, projectId, newBudgetMinor }]
      : [],
  );
  const ids = open.map(({ projectId }) => projectId);
  const nodes = await nodesUpwards(tx, ids);
  const budgets = await tx.budget.findMany({ where: { projectId: { in: ids }, currency: { not: null } } });
  const possible: BudgetAsked[] = [];
  const refused: BudgetSettled[] = [];
  for (const line of open) {
    try {
      const node = nodeIn(nodes, line.projectId);
      const parent = nodes.get(node.parentId ?? '');
      const budget = budgets.find(({ projectId }) => projectId === line.projectId);
      for (const kept of [node, parent, budget])
        if (kept) requireSameCurrency({ currency: kept.currency ?? currency }, { currency });
      const fund = parent && isFund(parent.kind) ? { kind: parent.kind, id: parent.nodeId } : EXTERNAL_FUND;
      possible.push({ ...line, fund });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(refusedLine(line, error.message));
    }
  }
  return { possible, refused };
}

function withoutFrozen(
  { possible, refused }: Asked,
  funds: ReadonlyMap<string, { readonly isFrozen: boolean; readonly name: string; readonly kind: string }>,
): Asked {
  const frozen = possible.flatMap((line) => {
    const fund = funds.get(line.fund.id);
    if (!fund?.isFrozen) return [];
    return refusedLine(line, `The ${fund.kind} ${fund.name} above it is frozen: no money is moved.`);
  });
  return {
    possible: possible.filter(({ fund }) => funds.get(fund.id)?.isFrozen !== true),
    refused: [...refused, ...frozen],
  };
}

function refusedLine(
  { candidateId, name }: Pick<BudgetAsked, 'candidateId' | 'name'>,
  settled: string,
): BudgetSettled {
  return { candidateId, name, outcome: 'refused', settled };
}

/** The entry, if there is one, and what the line says of it. */
async function save(
  { tx, now }: Work,
  scenarioId: string,
  { candidateId, outcome, settled, posted }: BudgetSettled,
): Promise<void> {
  if (posted) {
    const { entry, projectId, amountMinor } = posted;
    await writeEntry(tx, entry, { projectId, amountMinor, recordedAt: now });
  }
  await tx.changeSetLine.update({
    where: { scenarioId_candidateId: { scenarioId, candidateId } },
    data: {
      version: { increment: 1 },
      budgetOutcome: outcome,
      budgetSettled: settled.slice(0, 2000),
      budgetEntryId: posted?.entry.entryId ?? null,
    },
  });
}
