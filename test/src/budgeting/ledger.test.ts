import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CostPosted, PostActualCost, PostCommitment, ProjectMoney } from '@meridian/contracts-budgeting';
import { ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const money = ({ projectId }: TrialProject) => budgeting.ask(anna, ProjectMoney, { projectId });
const posting = ({ projectId }: TrialProject, amountMinor: string) => ({
  projectId,
  amountMinor,
  currency: 'EUR',
  postedOn: '2026-01-15',
  reference: 'PO by hand',
});

test('fifty orders at the same moment never use more than there is', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('9000000');
  const orders = Array.from({ length: 50 }, () =>
    budgeting.ask(anna, PostCommitment, posting(project, '1000000')),
  );
  const outcomes = await Promise.allSettled(orders);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({
        code: 'budgeting/budget-exceeded',
        details: { availableMinor: '0', requestedMinor: '1000000' },
      });
  expect(await money(project)).toMatchObject({ committedMinor: '9000000', availableMinor: '0' });
});

test('of two orders of six million against nine exactly one passes', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('9000000');
  const both = [1, 2].map(() => budgeting.ask(anna, PostCommitment, posting(project, '6000000')));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await money(project)).toMatchObject({ committedMinor: '6000000', availableMinor: '3000000' });
});

test('the same order sent again gets the same answer and is posted once', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  const key = randomUUID();
  const order = posting(project, '250000');
  const first = await budgeting.ask(project.manager, PostCommitment, order, { key });
  const second = await budgeting.ask(project.manager, PostCommitment, order, { key });
  expect(second).toEqual(first);
  expect(await money(project)).toMatchObject({ committedMinor: '250000' });
});

test('an invoice uses up its order, and only what goes beyond is new cost', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('1000000');
  await project.order('erp:PO-1', '400000');
  expect(await money(project)).toMatchObject({ committedMinor: '400000', availableMinor: '600000' });
  await project.invoice('erp:INV-1', '300000', { orderKey: 'erp:PO-1', orderNumber: 'PO-1' });
  expect(await money(project)).toMatchObject({
    committedMinor: '100000',
    actualMinor: '300000',
    availableMinor: '600000',
  });
  await project.invoice('erp:INV-2', '250000', { orderKey: 'erp:PO-1', orderNumber: 'PO-1' });
  await project.invoice('erp:INV-2', '250000', { orderKey: 'erp:PO-1', orderNumber: 'PO-1' });
  expect(await money(project)).toMatchObject({
    committedMinor: '0',
    actualMinor: '550000',
    availableMinor: '450000',
  });
  expect(await budgeting.announced(CostPosted, project.projectId)).toMatchObject([
    { kind: 'commitment', amountMinor: '400000', committedMinor: '400000' },
    { kind: 'actual', amountMinor: '300000', committedMinor: '100000' },
    { kind: 'actual', amountMinor: '250000', committedMinor: '0', availableMinor: '450000' },
  ]);
});

test('an order that grows is committed further, one that is cut is released', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('1000000');
  await project.order('erp:PO-2', '400000');
  await project.order('erp:PO-2', '100000', 'erp:PO-2/2');
  await project.order('erp:PO-2', '-300000', 'erp:PO-2/3');
  expect(await money(project)).toMatchObject({ committedMinor: '200000', availableMinor: '800000' });
});

test('a credit note gives the cost back, even when it comes before its invoice', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('1000000');
  await project.invoice('erp:CR-1', '-20000');
  expect(await money(project)).toMatchObject({ actualMinor: '-20000', availableMinor: '1020000' });
  await project.invoice('erp:INV-3', '20000');
  expect(await money(project)).toMatchObject({ actualMinor: '0', availableMinor: '1000000' });
});

test('an invoice beyond the budget is posted all the same and shows', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('1000000');
  await project.invoice('erp:INV-4', '1200000');
  expect(await money(project)).toMatchObject({
    actualMinor: '1200000',
    availableMinor: '-200000',
    toleranceState: 'breached',
    flags: ['cost-without-earned-value', 'over-committed'],
  });
});

test('a budget that only warns lets the cost through and says by how much', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve('1000000', { policy: 'warn' });
  const answer = await budgeting.ask(anna, PostActualCost, posting(project, '1000500'));
  expect(answer).toMatchObject({ availableMinor: '-500' });
  expect(answer.warning).toContain('500 beyond the budget');
});

test('a killed project takes no new order and still pays what it owes', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await project.gate('kill');
  for (const command of [PostCommitment, PostActualCost])
    await expect(budgeting.ask(anna, command, posting(project, '1'))).rejects.toMatchObject({
      code: 'budgeting/budget-frozen',
    });
  await project.invoice('erp:INV-5', '5000');
  expect(await money(project)).toMatchObject({
    actualMinor: '5000',
    flags: ['cost-without-earned-value', 'frozen'],
  });
});

test('no budget, wrong currency, less than was spent: each is refused with its reason', async () => {
  const project = await TrialProject.planned(budgeting);
  const refused = (request: Promise<unknown>) =>
    request.then(
      () => 'accepted',
      ({ code }) => code as string,
    );
  expect(await refused(budgeting.ask(anna, PostCommitment, posting(project, '1')))).toBe(
    'budgeting/no-approved-budget',
  );
  await project.approve('1000');
  await budgeting.ask(anna, PostActualCost, posting(project, '800'));
  const inDollars = { ...posting(project, '1'), currency: 'USD' };
  expect(await refused(budgeting.ask(anna, PostActualCost, inDollars))).toBe('money/currency-mismatch');
  expect(await refused(project.approve('700'))).toBe('budgeting/budget-below-use');
  expect(await refused(project.approve('900', { currency: 'USD' }))).toBe('money/currency-mismatch');
  const onNoDay = { ...posting(project, '1'), postedOn: '2026-02-30' };
  expect(await refused(budgeting.ask(anna, PostActualCost, onNoDay))).toBe('budgeting/not-a-date');
});

test('the database keeps the journal as it was written, balanced', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.approve();
  await expect(budgeting.rows(`DELETE FROM posting`)).rejects.toThrow('The journal only grows');
  await expect(budgeting.rows(`UPDATE journal_entry SET amount_minor = 0`)).rejects.toThrow(
    'The journal only grows',
  );
  const late = `INSERT INTO posting (entry_id, line, account_kind, account_id, period, amount_minor)
    SELECT entry_id, 99, 'actual', project_id::text, 'whole', 1 FROM journal_entry WHERE project_id = $1::uuid`;
  await expect(budgeting.rows(late, project.projectId)).rejects.toThrow('out of balance by 1');
  const differences = `SELECT account_kind FROM account_balance b WHERE balance_minor <>
    (SELECT sum(amount_minor) FROM posting p WHERE p.account_id = b.account_id AND p.account_kind = b.account_kind)`;
  expect(await budgeting.rows(differences)).toEqual([]);
});
