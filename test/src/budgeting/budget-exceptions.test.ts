import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  BudgetExceptionDecided,
  BudgetExceptionExpired,
  BudgetExceptionRequested,
  BudgetExceptions,
  DecideBudgetException,
  LedgerStatement,
  PostDocument,
  RecordBudgetNode,
  RequestBudgetException,
} from '@meridian/contracts-budgeting';
import { PersonRecorded } from '@meridian/contracts-resourcing';
import { eventually, person, refusalCode, ServiceUnderTest } from '@meridian/testing';
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
  const ask = (amountMinor: string, validThrough?: string) =>
    budgeting.ask(manager, RequestBudgetException, {
      projectId,
      nodeId,
      amountMinor,
      currency: 'EUR',
      reason: 'Steel is dearer',
      ...(validThrough === undefined ? {} : { validThrough }),
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
  return { project, nodeId, ask, cost };
}
const decide = (exceptionId: string, isApproved = true, who = sam) =>
  budgeting.ask(who, DecideBudgetException, { exceptionId, isApproved, decision: 'Board, item 9' });

test('an exception is asked for by the manager, approved by the sponsor, and used by one posting', async () => {
  const { project, ask, cost } = await scene();
  const { exceptionId, version } = await ask('100');
  expect(version).toBe(1);
  // Words are no exception, and neither is one that nobody has approved.
  expect(await refusalCode(cost('80', 'Board exception 7'))).toBe('budgeting/exception-needed');
  expect(await refusalCode(cost('80', exceptionId))).toBe('budgeting/exception-needed');
  expect(await decide(exceptionId)).toMatchObject({ state: 'approved', decidedBy: sam.personId });
  expect(await refusalCode(cost('101', exceptionId))).toBe('budgeting/exception-too-small');
  const posted = await cost('80', exceptionId);
  expect(posted).toMatchObject({
    balance: { actualMinor: '80', availableMinor: '-80' },
    warning: expect.stringContaining('80 beyond the budget'),
  });
  expect(await refusalCode(cost('1', exceptionId))).toBe('budgeting/exception-needed');
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
  const outcomes = await Promise.all([
    refusalCode(cost('90', exceptionId)),
    refusalCode(cost('90', exceptionId)),
  ]);
  expect(outcomes.sort()).toEqual(['accepted', 'budgeting/exception-needed']);
});

test('a rejected exception lets nothing through; it is decided once, and never by who asked', async () => {
  const { project, ask, cost } = await scene();
  const { exceptionId } = await ask('100');
  expect(await refusalCode(decide(exceptionId, true, project.manager))).toBe('budgeting/approver-needed');
  expect(await decide(exceptionId, false)).toMatchObject({ state: 'rejected' });
  expect(await refusalCode(decide(exceptionId))).toBe('budgeting/exception-decided');
  expect(await refusalCode(cost('80', exceptionId))).toBe('budgeting/exception-needed');
  const { projectId } = project;
  const own = { projectId, amountMinor: '5', currency: 'EUR', reason: 'Taxi' };
  const asked = await budgeting.ask(anna, RequestBudgetException, own);
  expect(await refusalCode(decide(asked.exceptionId, true, anna))).toBe('budgeting/own-exception');
  expect(await refusalCode(decide(randomUUID()))).toBe('budgeting/unknown-exception');
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

test('what becomes of an exception is announced: asked for, granted, refused', async () => {
  const { project, nodeId, ask } = await scene();
  const { projectId } = project;
  const [granted, refused] = [await ask('100', '2999-12-31'), await ask('200')];
  await decide(granted.exceptionId);
  await decide(refused.exceptionId, false);
  expect(await budgeting.announced(BudgetExceptionRequested, projectId)).toEqual([
    {
      projectId,
      exceptionId: granted.exceptionId,
      nodeId,
      amountMinor: '100',
      currency: 'EUR',
      reason: 'Steel is dearer',
      askedBy: project.manager.personId,
      validThrough: '2999-12-31',
    },
    expect.objectContaining({ exceptionId: refused.exceptionId, amountMinor: '200' }),
  ]);
  expect(await budgeting.announced(BudgetExceptionDecided, projectId)).toMatchObject([
    { exceptionId: granted.exceptionId, outcome: 'granted', validThrough: '2999-12-31' },
    { exceptionId: refused.exceptionId, outcome: 'refused', decision: 'Board, item 9' },
  ]);
});

test('after its last day an exception is told to be over once, decided no more and posted with no more', async () => {
  const { project, ask, cost } = await scene();
  const { projectId } = project;
  expect(await refusalCode(ask('100', '2020-01-01'))).toBe('budgeting/exception-day-past');
  const [open, granted, used] = [
    await ask('100', '2999-12-31'),
    await ask('100', '2999-12-31'),
    await ask('100'),
  ];
  await decide(granted.exceptionId);
  await decide(used.exceptionId);
  await cost('80', used.exceptionId);
  // Time goes by.
  await budgeting.rows(
    `UPDATE budget_exception SET valid_through = '2026-01-31' WHERE project_id = $1::uuid`,
    projectId,
  );
  expect(await refusalCode(decide(open.exceptionId))).toBe('budgeting/exception-expired');
  expect(await refusalCode(cost('80', granted.exceptionId))).toBe('budgeting/exception-needed');
  const told = await eventually(
    async () => {
      const events = await budgeting.announced(BudgetExceptionExpired, projectId);
      if (events.length < 2) throw new Error(`${events.length} of 2 are told.`);
      return events;
    },
    { timeoutMs: 60_000 },
  );
  expect(new Map(told.map(({ exceptionId, wasGranted }) => [exceptionId, wasGranted]))).toEqual(
    new Map([
      [open.exceptionId, false],
      [granted.exceptionId, true],
    ]),
  );
  const { exceptions } = await budgeting.ask(project.manager, BudgetExceptions, { projectId });
  const over = exceptions.filter(({ expiredAt }) => expiredAt !== undefined);
  expect(over.map(({ state }) => state).sort()).toEqual(['approved', 'asked']);
});

test('a statement and an exception name the people, also to who has no list of them', async () => {
  const { project, nodeId, ask, cost } = await scene();
  const { personId } = project.manager;
  const { exceptionId } = await ask('100');
  await decide(exceptionId);
  await cost('80', exceptionId);
  const read = async () => {
    const { lines } = await budgeting.ask(project.manager, LedgerStatement, { nodeId });
    const { exceptions } = await budgeting.ask(project.manager, BudgetExceptions, {
      projectId: project.projectId,
    });
    return [lines[0]?.postedByName, exceptions[0]?.askedByName, exceptions[0]?.decidedByName];
  };
  expect(await read()).toEqual([undefined, undefined, undefined]);
  const person = {
    version: 1,
    role: 'Engineer',
    orgUnit: 'Works',
    ftePercent: 100,
    employedFrom: '2020-01-01',
  };
  await budgeting.hears(PersonRecorded, {
    ...person,
    personId,
    employeeNumber: personId.slice(0, 8),
    name: 'Jon Bell',
    isContractor: false,
  });
  expect(await read()).toEqual(['Jon Bell', 'Jon Bell', undefined]);
});
