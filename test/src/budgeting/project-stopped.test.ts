import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  BudgetApproved,
  BudgetTree,
  MoveBudget,
  PostCommitment,
  ProjectMoney,
  RecordBudgetNode,
} from '@meridian/contracts-budgeting';
import { ProjectStopped } from '@meridian/contracts-projects';
import { ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

/** A project of 10,000,000 below a portfolio that held 12,000,000; 1,000,000 spent, 500,000 ordered, 400,000 in reserve. */
async function running() {
  const portfolio = randomUUID();
  const project = await TrialProject.planned(budgeting);
  const { projectId } = project;
  const node = { name: 'Works', currency: 'EUR' };
  await budgeting.ask(anna, RecordBudgetNode, { nodeId: portfolio, nodeKind: 'portfolio', ...node });
  await budgeting.ask(anna, RecordBudgetNode, {
    nodeId: projectId,
    nodeKind: 'project',
    parentId: portfolio,
    ...node,
  });
  const grant: MoveBudget = {
    movement: 'allocate',
    toNodeId: portfolio,
    amountMinor: '12000000',
    currency: 'EUR',
    postedOn: '2026-01-10',
    reference: 'Budget 2026',
    decision: 'Board, 9 January',
  };
  await budgeting.ask(anna, MoveBudget, grant);
  await project.approve('10000000', { contingencyMinor: '400000' });
  await project.invoice('INV-1', '1000000');
  await project.order('PO-1', '500000');
  return { project, projectId, portfolio };
}

function stopped(projectId: string) {
  return budgeting.hears(ProjectStopped, {
    projectId,
    code: 'P-1',
    name: 'Five months',
    stageBefore: 'delivery',
    reasonCode: 'business-case-gone',
    reason: 'The product is withdrawn.',
    evidence: 'Board 2026-02-01, item 3',
    stoppedBy: anna.personId,
    stoppedByName: anna.name,
    stoppedOn: '2026-02-01',
  });
}

test('a stopped project gives back what it does not owe; what is spent is sunk, what is ordered stays', async () => {
  const { projectId, portfolio } = await running();
  await stopped(projectId);
  await stopped(projectId);
  const { nodes } = await budgeting.ask(anna, BudgetTree, { nodeId: portfolio });
  // 12,000,000 − 1,000,000 spent − 500,000 ordered.
  expect(nodes.find(({ nodeId }) => nodeId === portfolio)).toMatchObject({
    balance: { availableMinor: '10500000' },
  });
  expect(nodes.find(({ nodeId }) => nodeId === projectId)).toMatchObject({
    balance: { availableMinor: '0' },
  });
  const versions = await budgeting.announced(BudgetApproved, projectId);
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(versions.at(-1)).toMatchObject({
    budgetAtCompletionMinor: '1500000',
    contingencyMinor: '0',
    decision: 'Board 2026-02-01, item 3',
    approvedBy: anna.personId,
  });
  const money = await budgeting.ask(anna, ProjectMoney, { projectId });
  expect(money).toMatchObject({
    actualMinor: '1000000',
    committedMinor: '500000',
    availableMinor: '0',
    flags: expect.arrayContaining(['frozen']),
  });
  const order = { projectId, amountMinor: '1', currency: 'EUR', postedOn: '2026-02-02', reference: 'late' };
  await expect(budgeting.ask(anna, PostCommitment, order)).rejects.toMatchObject({
    code: 'budgeting/budget-frozen',
  });
});

test('a project that never had a budget is frozen, and nothing moves', async () => {
  const projectId = randomUUID();
  await stopped(projectId);
  expect(await budgeting.announced(BudgetApproved, projectId)).toEqual([]);
});
