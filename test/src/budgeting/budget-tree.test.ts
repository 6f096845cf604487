import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  BudgetApproved,
  BudgetTree,
  FreezeBudget,
  LedgerStatement,
  MoveBudget,
  ProjectMoney,
  RecordBudgetNode,
  ReverseEntry,
} from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

type Node = Pick<RecordBudgetNode, 'nodeKind' | 'parentId' | 'wbs'>;
async function node(nodeKind: Node['nodeKind'], more: Partial<RecordBudgetNode> = {}): Promise<string> {
  const nodeId = more.nodeId ?? randomUUID();
  const request = { nodeId, nodeKind, name: `A ${nodeKind}`, currency: 'EUR', ...more };
  await budgeting.ask(anna, RecordBudgetNode, request);
  return nodeId;
}
const move = (
  movement: MoveBudget['movement'],
  amountMinor: string,
  more: Partial<MoveBudget>,
  who: Parameters<ServiceUnderTest['ask']>[0] = anna,
) =>
  budgeting.ask(who, MoveBudget, {
    movement,
    amountMinor,
    currency: 'EUR',
    postedOn: '2026-01-10',
    reference: `${movement} ${amountMinor}`,
    decision: 'Steering committee, 9 January',
    ...more,
  });

/** 10,000,000 in a funding source, 6,000,000 given on to a portfolio; a planned project below it without a budget. */
async function tree() {
  const source = await node('funding-source');
  const portfolio = await node('portfolio', { parentId: source });
  const programme = await node('programme', { parentId: portfolio });
  const project = await TrialProject.planned(budgeting);
  await node('project', { nodeId: project.projectId, parentId: programme });
  await move('allocate', '10000000', { toNodeId: source });
  await move('allocate', '6000000', { fromNodeId: source, toNodeId: portfolio });
  return { source, portfolio, programme, project, projectId: project.projectId };
}

test('money goes down the tree, and no level gives on more than it has', async () => {
  const { source, portfolio, programme, projectId } = await tree();
  expect(await refusalCode(move('allocate', '6000001', { fromNodeId: portfolio, toNodeId: projectId }))).toBe(
    'budgeting/funding-short',
  );
  const answer = await move('allocate', '5000000', { fromNodeId: portfolio, toNodeId: projectId });
  expect(answer.balances).toMatchObject([
    { nodeId: portfolio, availableMinor: '1000000' },
    { nodeId: projectId, grantedMinor: '5000000', availableMinor: '5000000' },
  ]);
  expect(await refusalCode(move('release', '5000001', { fromNodeId: projectId, toNodeId: programme }))).toBe(
    'budgeting/transfer-exceeds-available',
  );
  await move('release', '2000000', { fromNodeId: projectId, toNodeId: programme });
  expect(await refusalCode(move('allocate', '1', { fromNodeId: projectId, toNodeId: source }))).toBe(
    'budgeting/not-below',
  );
  expect(await refusalCode(move('allocate', '1', { toNodeId: projectId }))).toBe('budgeting/movement-ends');
  const { nodes } = await budgeting.ask(anna, BudgetTree, { nodeId: source });
  expect(nodes.map(({ nodeId, allocatedMinor }) => [nodeId, allocatedMinor])).toEqual([
    [source, '10000000'],
    [portfolio, '6000000'],
    [programme, '5000000'],
    [projectId, '3000000'],
  ]);
});

test('what was allocated top down stands beside what is planned bottom up, and the difference is shown', async () => {
  const { portfolio, project, projectId } = await tree();
  await move('allocate', '6000000', { fromNodeId: portfolio, toNodeId: projectId });
  const account = await node('control-account', { parentId: projectId, wbs: '1' });
  const early = await node('work-package', { parentId: account, wbs: '1.1' });
  const late = await node('work-package', { parentId: account, wbs: '1.5' });
  await move('allocate', '1500000', { fromNodeId: projectId, toNodeId: early }, project.manager);
  await move('allocate', '2500000', { fromNodeId: projectId, toNodeId: late }, project.manager);
  const { nodes } = await budgeting.ask(anna, BudgetTree, { nodeId: projectId });
  const figures = new Map(nodes.map((one) => [one.nodeId, one]));
  // The plan costs 10,000,000; its first month 1,000,000, its last 3,000,000.
  expect(figures.get(projectId)).toMatchObject({
    allocatedMinor: '6000000',
    plannedMinor: '10000000',
    differenceMinor: '-4000000',
    distributedMinor: '4000000',
    undistributedMinor: '2000000',
  });
  expect(figures.get(early)).toMatchObject({ plannedMinor: '1000000', differenceMinor: '500000' });
  expect(figures.get(late)).toMatchObject({ plannedMinor: '3000000', differenceMinor: '-500000' });
});

test('contract budget base = performance measurement baseline + management reserve, through reserve and draw', async () => {
  const { portfolio, project, projectId } = await tree();
  await move('allocate', '6000000', { fromNodeId: portfolio, toNodeId: projectId });
  await move('reserve', '1000000', { fromNodeId: projectId, reserve: 'management-reserve' });
  await move('reserve', '500000', { fromNodeId: projectId });
  await node('control-account', { parentId: projectId, wbs: '1' });
  const of = async () => (await budgeting.ask(anna, BudgetTree, { nodeId: projectId })).nodes[0];
  const base = { cbbMinor: '6000000', pmbMinor: '5000000', managementReserveMinor: '1000000' };
  expect(await of()).toMatchObject({ ...base, contingencyMinor: '500000', undistributedMinor: '4500000' });
  const draw = { fromNodeId: projectId, reserve: 'management-reserve' as const };
  expect(await refusalCode(move('draw', '1', draw, project.manager))).toBe('budgeting/approver-needed');
  expect(await refusalCode(move('draw', '1000001', draw))).toBe('budgeting/reserve-short');
  await move('draw', '400000', draw);
  expect(await of()).toMatchObject({
    cbbMinor: '6000000',
    pmbMinor: '5400000',
    managementReserveMinor: '600000',
    undistributedMinor: '4900000',
  });
});

test('money that a project gets or gives by decision is a new version of its approved budget', async () => {
  const [one, other] = [await TrialProject.planned(budgeting), await TrialProject.planned(budgeting)];
  await one.approve('10000000');
  await other.approve('2000000');
  await move('transfer', '500000', { fromNodeId: one.projectId, toNodeId: other.projectId });
  const money = (project: TrialProject) =>
    budgeting.ask(anna, ProjectMoney, { projectId: project.projectId });
  expect(await money(one)).toMatchObject({ version: 2, budgetAtCompletionMinor: '9500000' });
  expect(await money(other)).toMatchObject({
    version: 2,
    budgetAtCompletionMinor: '2500000',
    availableMinor: '2500000',
  });
  const approved = await budgeting.announced(BudgetApproved, other.projectId);
  expect(approved.at(-1)).toMatchObject({
    version: 2,
    budgetAtCompletionMinor: '2500000',
    decision: 'Steering committee, 9 January',
    approvedBy: anna.personId,
  });
});

test('a statement shows the balance at any date, as it was known at any moment, with decision and person', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await move('allocate', '100', { toNodeId: projectId, postedOn: '2026-01-10' });
  await move('allocate', '50', { toNodeId: projectId, postedOn: '2026-03-01' });
  const at = (asked: Partial<LedgerStatement>) =>
    budgeting.ask(anna, LedgerStatement, { nodeId: projectId, ...asked });
  const known = (await at({})).lines[0]?.recordedAt ?? '';
  await move('allocate', '7', { toNodeId: projectId, postedOn: '2026-01-05' });
  const available = async (asked: Partial<LedgerStatement>) =>
    (await at(asked)).balances.map(({ availableMinor }) => availableMinor);
  expect(await available({ asOf: '2026-01-04' })).toEqual([]);
  expect(await available({ asOf: '2026-01-09' })).toEqual(['7']);
  expect(await available({ asOf: '2026-02-28' })).toEqual(['107']);
  expect(await available({ asOf: '2026-02-28', knownAt: known })).toEqual(['100']);
  expect(await available({ asOf: '2026-12-31' })).toEqual(['157']);
  expect((await at({})).lines[0]).toMatchObject({
    entryKind: 'allocation',
    account: 'budget',
    amountMinor: '7',
    decision: 'Steering committee, 9 January',
    postedBy: anna.personId,
  });
});

test('a correction is a reversal; the entry stays, and is reversed once', async () => {
  const { portfolio, projectId } = await tree();
  const { entryId } = await move('allocate', '300', { fromNodeId: portfolio, toNodeId: projectId });
  const reversal = { entryId, postedOn: '2026-01-11', decision: 'Wrong project' };
  const answer = await budgeting.ask(anna, ReverseEntry, reversal);
  expect(answer.balances).toMatchObject([
    { nodeId: portfolio, availableMinor: '6000000' },
    { nodeId: projectId, availableMinor: '0' },
  ]);
  expect(await refusalCode(budgeting.ask(anna, ReverseEntry, reversal))).toBe('budgeting/already-reversed');
  const again = { ...reversal, entryId: answer.entryId };
  expect(await refusalCode(budgeting.ask(anna, ReverseEntry, again))).toBe('budgeting/reversal-of-reversal');
  const missing = { ...reversal, entryId: randomUUID() };
  expect(await refusalCode(budgeting.ask(anna, ReverseEntry, missing))).toBe('budgeting/unknown-entry');
  const { lines } = await budgeting.ask(anna, LedgerStatement, { nodeId: projectId });
  expect(lines.map(({ amountMinor, reverses }) => [amountMinor, reverses])).toEqual([
    ['-300', entryId],
    ['300', undefined],
  ]);
});

test('a frozen fund gives and takes nothing, and the journal says who froze it', async () => {
  const { source, portfolio } = await tree();
  await budgeting.ask(anna, FreezeBudget, { nodeId: portfolio, isFrozen: true, decision: 'Audit' });
  const give = () => move('allocate', '1', { fromNodeId: source, toNodeId: portfolio });
  expect(await refusalCode(give())).toBe('budgeting/budget-frozen');
  await budgeting.ask(anna, FreezeBudget, { nodeId: portfolio, isFrozen: false, decision: 'Audit closed' });
  expect(await refusalCode(give())).toBe('accepted');
  const kept = await budgeting.rows(
    `SELECT kind, decision, posted_by FROM journal_entry WHERE project_id = $1::uuid AND kind LIKE '%freeze' ORDER BY entry_no`,
    portfolio,
  );
  expect(kept).toEqual([
    { kind: 'freeze', decision: 'Audit', posted_by: anna.personId },
    { kind: 'unfreeze', decision: 'Audit closed', posted_by: anna.personId },
  ]);
});

test('the tree keeps its order: wrong parents, circles and changes of what holds money are refused', async () => {
  const { source, portfolio, programme, projectId } = await tree();
  const record = (request: Partial<RecordBudgetNode>) =>
    refusalCode(
      budgeting.ask(anna, RecordBudgetNode, {
        nodeId: randomUUID(),
        nodeKind: 'portfolio',
        name: 'x',
        currency: 'EUR',
        ...request,
      }),
    );
  expect(await record({ nodeKind: 'control-account', parentId: portfolio })).toBe('budgeting/wrong-parent');
  expect(await record({ nodeKind: 'funding-source', parentId: portfolio })).toBe('budgeting/wrong-parent');
  const below = await node('portfolio', { parentId: portfolio });
  expect(await record({ nodeId: portfolio, parentId: below })).toBe('budgeting/rollup-cycle');
  expect(await record({ nodeId: portfolio, parentId: source, currency: 'USD' })).toBe(
    'money/currency-mismatch',
  );
  expect(await record({ nodeId: programme, nodeKind: 'portfolio' })).toBe('budgeting/node-in-use');
  expect(await record({ parentId: randomUUID() })).toBe('budgeting/unknown-node');
  const jon = person('project-manager', 'Jon');
  const foreign = { nodeId: randomUUID(), nodeKind: 'control-account' as const, parentId: projectId };
  expect(
    await refusalCode(budgeting.ask(jon, RecordBudgetNode, { ...foreign, name: 'x', currency: 'EUR' })),
  ).toBe('access/not-your-project');
});

test('an approval is paid by the fund above, which gets back what a later one needs less', async () => {
  const { portfolio, programme, project } = await tree();
  await move('allocate', '5000000', { fromNodeId: portfolio, toNodeId: programme });
  const left = async () =>
    (await budgeting.ask(anna, LedgerStatement, { nodeId: programme })).balances[0]?.availableMinor;
  expect(await refusalCode(project.approve('5000001'))).toBe('budgeting/funding-short');
  await project.approve('4000000', { contingencyMinor: '500000' });
  expect(await left()).toBe('500000');
  await project.approve('3000000');
  expect(await left()).toBe('1500000');
  const { lines } = await budgeting.ask(anna, LedgerStatement, { nodeId: project.projectId });
  expect(lines.every(({ postedBy }) => postedBy === anna.personId)).toBe(true);
});

test('what a project gave on to its parts was granted to it all the same', async () => {
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  await project.approve('1000');
  const account = await node('control-account', { parentId: projectId });
  await move('allocate', '700', { fromNodeId: projectId, toNodeId: account });
  await project.approve('1200');
  expect(await refusalCode(project.approve('699'))).toBe('budgeting/budget-below-use');
  const { nodes } = await budgeting.ask(anna, BudgetTree, { nodeId: account });
  expect(nodes[0]).toMatchObject({ allocatedMinor: '700' });
  const { balances } = await budgeting.ask(anna, LedgerStatement, { nodeId: projectId });
  expect(balances).toMatchObject([{ availableMinor: '500' }]);
});

test('two allocations at the same moment never give on more than a fund has', async () => {
  const source = await node('funding-source');
  await move('allocate', '9000000', { toNodeId: source });
  const projects = await Promise.all([1, 2, 3, 4].map(() => TrialProject.planned(budgeting)));
  for (const { projectId } of projects) await node('project', { nodeId: projectId, parentId: source });
  const outcomes = await Promise.all(
    projects.map(({ projectId }) =>
      refusalCode(move('allocate', '6000000', { fromNodeId: source, toNodeId: projectId })),
    ),
  );
  expect(outcomes.sort()).toEqual(['accepted', ...Array(3).fill('budgeting/funding-short')]);
});
