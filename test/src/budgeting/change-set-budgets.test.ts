import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ApplyChangeSet,
  ApproveBudget,
  ApproveScenario,
  BudgetApproved,
  ChangeSets,
  ComputeScenario,
  LedgerStatement,
  MoveBudget,
  PortfolioChangeOrdered,
  PostChangeBudgets,
  RecordBudgetNode,
  ReviewChange,
} from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;
const sponsor = person('sponsor', 'Petra');

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

async function fund(amountMinor: string): Promise<string> {
  const nodeId = randomUUID();
  const node = { nodeId, nodeKind: 'portfolio' as const, name: 'Works', currency: 'EUR' };
  await budgeting.ask(anna, RecordBudgetNode, node);
  await give(amountMinor, nodeId);
  return nodeId;
}
const give = (amountMinor: string, toNodeId: string) =>
  budgeting.ask(anna, MoveBudget, {
    movement: 'allocate',
    amountMinor,
    toNodeId,
    currency: 'EUR',
    postedOn: '2026-11-01',
    reference: 'Grant',
    decision: 'Board, 1 November',
  });

/** Stands under the fund, with an approved budget where one is named. */
async function project(parentId: string, budgetMinor?: string): Promise<TrialProject> {
  const made = await TrialProject.planned(budgeting);
  const { projectId: nodeId } = made;
  const node = { nodeId, nodeKind: 'project' as const, name: 'Five months', currency: 'EUR', parentId };
  await budgeting.ask(anna, RecordBudgetNode, node);
  if (budgetMinor === undefined) return made;
  const lines = [{ name: 'All', category: 'other' as const, amountMinor: budgetMinor }];
  const request = { projectId: nodeId, currency: 'EUR', lines, decision: 'Board, 2 November' };
  await budgeting.ask(anna, ApproveBudget, request);
  return made;
}

type Costs = readonly (readonly [TrialProject, string])[];

/** An approved scenario in which each candidate is done with its cost. */
async function approved(costs: Costs, more: Partial<ComputeScenario> = {}) {
  const scenarioId = randomUUID();
  const portfolio = `Group ${scenarioId.slice(0, 8)}`;
  const scenario: ComputeScenario = {
    scenarioId,
    name: 'Spring',
    portfolio,
    currency: 'EUR',
    periods: ['2027-Q1'],
    budgetMinor: ['100000000'],
    capacity: [],
    candidates: costs.map(([{ projectId }, cost], index) => ({
      candidateId: `C${index + 1}`,
      projectId,
      name: `Project ${index + 1}`,
      starts: [{ start: 0, value: '5' }],
      costsMinor: [cost],
      fixed: 'in' as const,
    })),
    rules: [],
    ...more,
  };
  await budgeting.ask(anna, ComputeScenario, scenario);
  await budgeting.ask(anna, ApproveScenario, { scenarioId, decision: 'Portfolio board' }, { version: 1 });
  return { scenarioId, portfolio: scenario.portfolio };
}

/** A change-set in which every line is accepted: each candidate begins with its cost. */
async function accepted(costs: Costs) {
  const { scenarioId, portfolio } = await approved(costs);
  for (const index of costs.keys()) await accept(scenarioId, `C${index + 1}`);
  return { scenarioId, portfolio, version: costs.length + 1 };
}
const accept = (scenarioId: string, candidateId: string, more: Partial<ReviewChange> = {}) =>
  budgeting.ask(anna, ReviewChange, { scenarioId, candidateId, verdict: 'accepted', ...more });
const apply = (
  { scenarioId, version }: { scenarioId: string; version: number },
  budgets: PostChangeBudgets['budgets'],
) =>
  budgeting.ask(
    sponsor,
    ApplyChangeSet,
    { scenarioId, budgets, decision: 'Portfolio board, 30 November' },
    { version },
  );
const told = (lines: readonly { candidateId: string; budgetOutcome?: string }[]) =>
  lines.map(({ candidateId, budgetOutcome }) => `${candidateId} ${budgetOutcome ?? '-'}`);
/** What a fund can still give. */
const leftIn = async (nodeId: string) =>
  (await budgeting.ask(anna, LedgerStatement, { nodeId })).balances.map((one) => one.availableMinor);

test('applied budgets are entries with decision and person, a new version, and sum to what there was', async () => {
  const fundId = await fund('1000000');
  const shrinking = await project(fundId, '600000');
  const growing = await project(fundId, '300000');
  const set = await accepted([
    [growing, '500000'],
    [shrinking, '450000'],
  ]);
  const { lines } = await apply(set, 'all-or-nothing');
  // 100,000 are left in the fund and 200,000 are asked for: what the other gives back comes first.
  expect(lines).toMatchObject([
    {
      candidateId: 'C1',
      newBudgetMinor: '500000',
      budgetOutcome: 'posted',
      budgetSettled: '2000.00 EUR was allocated to it; it has 5000.00 EUR in all.',
      budgetMinor: '500000',
    },
    { candidateId: 'C2', budgetOutcome: 'posted', budgetMinor: '450000' },
  ]);
  const { projectId } = growing;
  expect((await budgeting.announced(BudgetApproved, projectId)).at(-1)).toMatchObject({
    version: 2,
    budgetAtCompletionMinor: '500000',
    decision: 'Portfolio board, 30 November',
    approvedBy: sponsor.personId,
  });
  const { lines: statement } = await budgeting.ask(anna, LedgerStatement, { nodeId: projectId });
  expect(statement.find(({ entryId }) => entryId === lines[0]?.budgetEntryId)).toMatchObject({
    entryKind: 'allocation',
    decision: 'Portfolio board, 30 November',
    postedBy: sponsor.personId,
  });
  expect(await leftIn(fundId)).toEqual(['50000']);
});

test('all or nothing applies nothing where one line cannot be posted, and says which and why', async () => {
  const fundId = await fund('1000');
  const [small, large] = [await project(fundId), await project(fundId)];
  const set = await accepted([
    [small, '400'],
    [large, '900'],
  ]);
  await expect(apply(set, 'all-or-nothing')).rejects.toMatchObject({
    code: 'budgeting/change-budgets-refused',
    details: { lines: [{ candidateId: 'C2', name: 'Project 2' }] },
  });
  const [known] = (await budgeting.ask(anna, ChangeSets, { portfolio: set.portfolio })).changeSets;
  expect(known).toMatchObject({ state: 'in-review', version: set.version });
  expect(await leftIn(fundId)).toEqual(['1000']);
});

test('line by line posts what can be, and what was refused is posted once when the money is there', async () => {
  const fundId = await fund('1000');
  const [small, large] = [await project(fundId), await project(fundId)];
  const set = await accepted([
    [small, '400'],
    [large, '900'],
  ]);
  const applied = await apply(set, 'line-by-line');
  expect(told(applied.lines)).toEqual(['C1 posted', 'C2 refused']);
  expect(applied.lines[1]?.budgetSettled).toBe(
    'The fund above it holds 6.00 EUR, and 9.00 EUR more is needed.',
  );
  await give('300', fundId);
  const again = {
    scenarioId: set.scenarioId,
    budgets: 'all-or-nothing' as const,
    decision: 'Board, December',
  };
  expect(await refusalCode(budgeting.ask(small.manager, PostChangeBudgets, again))).toBe(
    'budgeting/approver-needed',
  );
  const posted = await budgeting.ask(sponsor, PostChangeBudgets, again, { version: applied.version });
  expect(told(posted.lines)).toEqual(['C1 posted', 'C2 posted']);
  await budgeting.ask(sponsor, PostChangeBudgets, again);
  expect(await leftIn(fundId)).toEqual(['0']);
});

test('a reviewer may ask for another budget, and nothing is posted before the change-set is applied', async () => {
  const fundId = await fund('1000');
  const one = await project(fundId);
  const set = await accepted([[one, '400']]);
  const post = { scenarioId: set.scenarioId, budgets: 'line-by-line' as const, decision: 'Board' };
  expect(await refusalCode(budgeting.ask(sponsor, PostChangeBudgets, post))).toBe(
    'budgeting/change-set-not-applied',
  );
  await accept(set.scenarioId, 'C1', { newBudgetMinor: '700', reason: 'With the second crane.' });
  const { lines } = await apply({ ...set, version: set.version + 1 }, 'all-or-nothing');
  expect(lines[0]?.budgetSettled).toBe('7.00 EUR was allocated to it; it has 7.00 EUR in all.');
});

test('two change-sets that ask the same fund at one moment get what is there, and not more', async () => {
  const fundId = await fund('900');
  const sets = [];
  for (let count = 0; count < 2; count += 1) sets.push(await accepted([[await project(fundId), '600']]));
  const answers = await Promise.all(sets.map((set) => refusalCode(apply(set, 'all-or-nothing'))));
  expect(answers.sort()).toEqual(['accepted', 'budgeting/change-budgets-refused']);
  expect(await leftIn(fundId)).toEqual(['300']);
});

test('a scenario gives what goes on a new budget where it says so: reviewed by its owner, posted, and never ordered', async () => {
  const fundId = await fund('1000000');
  const [running, contested] = [await project(fundId, '300000'), await project(fundId, '200000')];
  const plan = await accepted([
    [running, '300000'],
    [contested, '200000'],
  ]);
  await apply(plan, 'all-or-nothing');
  const again: Costs = [
    [running, '450000'],
    [contested, '100000'],
  ];
  const { portfolio } = plan;
  // Without it, what stays is no line, as before.
  const quiet = await approved(again, { portfolio });
  const sets = async () => (await budgeting.ask(anna, ChangeSets, { portfolio })).changeSets;
  expect((await sets())[0]).toMatchObject({ scenarioId: quiet.scenarioId, lines: [] });
  const { scenarioId } = await approved(again, { portfolio, givesKeptBudgets: true });
  expect((await sets())[0]?.lines).toMatchObject([
    {
      candidateId: 'C1',
      change: 'move',
      isKept: true,
      costMinor: '450000',
      budgetMinor: '300000',
      review: 'open',
    },
    { candidateId: 'C2', isKept: true, newBudgetMinor: '100000', budgetMinor: '200000' },
  ]);
  const answer = { scenarioId, candidateId: 'C1', verdict: 'accepted' as const };
  expect(await refusalCode(budgeting.ask(contested.manager, ReviewChange, answer))).toBe(
    'access/not-your-project',
  );
  await budgeting.ask(running.manager, ReviewChange, { ...answer, newBudgetMinor: '400000' });
  const no = { verdict: 'contested' as const, reason: 'It is ordered already.' };
  await budgeting.ask(contested.manager, ReviewChange, { scenarioId, candidateId: 'C2', ...no });
  const { lines } = await apply({ scenarioId, version: 3 }, 'all-or-nothing');
  expect(lines).toMatchObject([
    { outcome: 'applied', settled: 'It goes on as it is.', budgetOutcome: 'posted', budgetMinor: '400000' },
    { outcome: 'left-out', budgetMinor: '200000' },
  ]);
  expect(await budgeting.announced(PortfolioChangeOrdered, running.projectId)).toHaveLength(1);
  expect(await leftIn(fundId)).toEqual(['400000']);
});
