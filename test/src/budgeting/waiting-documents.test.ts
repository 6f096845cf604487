import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  FreezeBudget,
  MoveBudget,
  PostDocument,
  ProjectMoney,
  RetryWaitingDocument,
  WaitingDocuments,
} from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { TrialAccounts } from './trial-accounts.js';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;
const sponsor = person('sponsor', 'Petra');

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const retry = (document: string, who = anna) => budgeting.ask(who, RetryWaitingDocument, { document });
const waiting = async ({ code: projectCode }: TrialProject) =>
  (await budgeting.ask(anna, WaitingDocuments, {})).documents.filter(
    (one) => one.projectCode === projectCode,
  );
const available = async ({ projectId }: TrialProject) =>
  (await budgeting.ask(anna, ProjectMoney, { projectId })).availableMinor;

/** A budget of 1,000 that an order of 900 was placed against; a requisition of 400 waits for money. */
async function short() {
  const project = await TrialProject.planned(budgeting);
  await project.approve('1000');
  const accounts = new TrialAccounts(budgeting, project);
  const { projectId } = project;
  const own = {
    projectId,
    currency: 'EUR',
    postedOn: '2026-01-15',
    reference: 'By hand',
    orderId: 'O-1',
    decision: 'Board',
  };
  const byHand = (documentKind: PostDocument['documentKind'], amountMinor: string) =>
    budgeting.ask(project.manager, PostDocument, { ...own, documentKind, amountMinor });
  await byHand('order', '900');
  await accounts.requisition('R-1', '400');
  const [document] = await waiting(project);
  return { project, byHand, document: document?.document ?? '', reason: document?.reason };
}

test('a document that waits is tried by hand, and posted when there is room for it', async () => {
  const { project, byHand, document, reason } = await short();
  expect(reason).toBe('budget-exceeded');
  expect(await retry(document, project.manager)).toMatchObject({
    document,
    outcome: 'waiting',
    reason: 'budget-exceeded',
    sentence: expect.stringContaining('400'),
  });
  expect(await waiting(project)).toMatchObject([{ document, retriedBy: 'Jon' }]);
  await byHand('order-change', '-600');
  expect(await retry(document, project.manager)).toEqual({ document, outcome: 'posted' });
  expect(await waiting(project)).toEqual([]);
  expect(await available(project)).toBe('300');
  expect(await refusalCode(retry(document))).toBe('budgeting/unknown-waiting-document');
  const audit = await budgeting.rows(
    'SELECT retried_by, by_name, outcome, reason FROM waiting_retry WHERE document_key = $1 ORDER BY retried_at',
    document,
  );
  const who = { retried_by: project.manager.personId, by_name: 'Jon' };
  expect(audit).toEqual([
    { ...who, outcome: 'waiting', reason: 'budget-exceeded' },
    { ...who, outcome: 'posted', reason: null },
  ]);
});

test('two who try the same document at one moment post it once', async () => {
  const { project, byHand, document } = await short();
  await byHand('order-change', '-600');
  const outcomes = await Promise.all([
    refusalCode(retry(document)),
    refusalCode(retry(document, project.manager)),
  ]);
  expect(outcomes.filter((one) => one === 'accepted')).toHaveLength(1);
  expect(await available(project)).toBe('300');
});

test('money that comes to a project, and an end of its freeze, post what has waited for it', async () => {
  const { project } = await short();
  const { projectId } = project;
  const freeze = (isFrozen: boolean) =>
    budgeting.ask(anna, FreezeBudget, { nodeId: projectId, isFrozen, decision: 'Board' });
  await freeze(true);
  await new TrialAccounts(budgeting, project).requisition('R-2', '50');
  expect(await waiting(project)).toHaveLength(2);
  await freeze(false);
  expect(await waiting(project)).toHaveLength(1);
  await budgeting.ask(anna, MoveBudget, {
    movement: 'allocate',
    toNodeId: projectId,
    amountMinor: '400',
    currency: 'EUR',
    postedOn: '2026-01-16',
    reference: 'More steel',
    decision: 'Board',
  });
  expect(await waiting(project)).toEqual([]);
  expect(await available(project)).toBe('50');
});

test('a document of a project is tried by its manager, one of nobody by who answers for all money', async () => {
  const project = new TrialProject(budgeting);
  await project.invoice('erp:INV-W', '100');
  const [{ document } = { document: '' }] = await waiting(project);
  expect(await refusalCode(retry(document, project.manager))).toBe('budgeting/approver-needed');
  expect(await retry(document, sponsor)).toMatchObject({ outcome: 'waiting', reason: 'project-unknown' });
  const { document: other } = await short();
  expect(await refusalCode(retry(other, person('project-manager')))).toBe('access/not-your-project');
});
