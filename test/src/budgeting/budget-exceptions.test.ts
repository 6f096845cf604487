import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  BudgetExceptions,
  DecideBudgetException,
  PostDocument,
  RecordBudgetNode,
  RequestBudgetException,
} from '@meridian/contracts-budgeting';
import { person, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

const sam = person('sponsor', 'Sam');
let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

/** A project with a work package that holds nothing and needs an exception for everything. */
async function scene() {
  const project = await TrialProject.planned(budgeting);
  await project.approve('1000');
  const { projectId, manager } = project;
  const nodeId = randomUUID();
  await budgeting.ask(anna, RecordBudgetNode, {
    nodeId,
    nodeKind: 'work-package',
    parentId: projectId,
    name: 'Steelwork',
    currency: 'EUR',
    policy: 'needs-exception',
  });
  const ask = (amountMinor: string) =>
    budgeting.ask(manager, RequestBudgetException, {
      projectId,
      nodeId,
      amountMinor,
      currency: 'EUR',
      reason: 'Steel is dearer',
    });
  const cost = (amountMinor: string, exception?: string) =>
    budgeting.ask(manager, PostDocument, {
      documentKind: 'invoice',
      projectId,
      nodeId,
      amountMinor,
      currency: 'EUR',
      postedOn: '2026-01-15',
      reference: 'Mill',
      decision: 'Accepted',
      ...(exception === undefined ? {} : { exception }),
    });
  return { project, ask, cost };
}
const decide = (exceptionId: string, isApproved = true, who = sam) =>
  budgeting.ask(who, DecideBudgetException, { exceptionId, isApproved, decision: 'Board, item 9' });
const code = (request: Promise<unknown>) =>
  request.then(
    () => 'accepted',
    (refusal: { code: string }) => refusal.code,
  );

test('an exception is asked for by the manager, approved by the sponsor, and used by one posting', async () => {
  const { project, ask, cost } = await scene();
  const { exceptionId, version } = await ask('100');
  expect(version).toBe(1);
  // Words are no exception, and neither is one that nobody has approved.
  expect(await code(cost('80', 'Board exception 7'))).toBe('budgeting/exception-needed');
  expect(await code(cost('80', exceptionId))).toBe('budgeting/exception-needed');
  expect(await decide(exceptionId)).toMatchObject({ state: 'approved', decidedBy: sam.personId });
  expect(await code(cost('101', exceptionId))).toBe('budgeting/exception-too-small');
  const posted = await cost('80', exceptionId);
  expect(posted).toMatchObject({
    balance: { actualMinor: '80', availableMinor: '-80' },
    warning: expect.stringContaining('80 beyond the budget'),
  });
  expect(await code(cost('1', exceptionId))).toBe('budgeting/exception-needed');
  const { exceptions } = await budgeting.ask(project.manager, BudgetExceptions, {
    projectId: project.projectId,
  });
  expect(exceptions).toMatchObject([
    { exceptionId, state: 'used', usedByEntryId: posted.entryId, version: 3 },
  ]);
  const kept = await budgeting.rows(
    `SELECT decision FROM journal_entry WHERE entry_id = $1::uuid`,
    posted.entryId,
  );
  expect(kept).toEqual([{ decision: `Exception ${exceptionId}: Board, item 9` }]);
});

test('two postings with one exception at the same moment: exactly one passes', async () => {
  const { ask, cost } = await scene();
  const { exceptionId } = await ask('100');
  await decide(exceptionId);
  const outcomes = await Promise.all([code(cost('90', exceptionId)), code(cost('90', exceptionId))]);
  expect(outcomes.sort()).toEqual(['accepted', 'budgeting/exception-needed']);
});

test('a rejected exception lets nothing through; it is decided once, and never by who asked', async () => {
  const { project, ask, cost } = await scene();
  const { exceptionId } = await ask('100');
  expect(await code(decide(exceptionId, true, project.manager))).toBe('budgeting/approver-needed');
  expect(await decide(exceptionId, false)).toMatchObject({ state: 'rejected' });
  expect(await code(decide(exceptionId))).toBe('budgeting/exception-decided');
  expect(await code(cost('80', exceptionId))).toBe('budgeting/exception-needed');
  const { projectId } = project;
  const own = { projectId, amountMinor: '5', currency: 'EUR', reason: 'Taxi' };
  const asked = await budgeting.ask(anna, RequestBudgetException, own);
  expect(await code(decide(asked.exceptionId, true, anna))).toBe('budgeting/own-exception');
  expect(await code(decide(randomUUID()))).toBe('budgeting/unknown-exception');
});

test('an exception of a confidential project is shown to nobody outside', async () => {
  const project = await TrialProject.planned(budgeting, { isConfidential: true });
  await project.approve('1000');
  const { projectId, manager } = project;
  const asked = { projectId, amountMinor: '5', currency: 'EUR', reason: 'Taxi' };
  await budgeting.ask(manager, RequestBudgetException, asked);
  const seenBy = async (who: typeof sam) =>
    (await budgeting.ask(who, BudgetExceptions, { projectId })).exceptions.length;
  expect(await seenBy(manager)).toBe(1);
  expect(await seenBy(person('project-manager'))).toBe(0);
});
