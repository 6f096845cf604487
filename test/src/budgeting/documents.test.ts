import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  CloseFiscalPeriod,
  CostPosted,
  DecideBudgetException,
  FiscalCalendars,
  MoveBudget,
  PostActualCost,
  PostDocument,
  ProjectMoney,
  RecordBudgetNode,
  RequestBudgetException,
  ReverseEntry,
  SetFiscalCalendar,
} from '@meridian/contracts-budgeting';
import { refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

type Posted = Partial<PostDocument>;
const post = ({ projectId }: TrialProject, documentKind: PostDocument['documentKind'], more: Posted = {}) =>
  budgeting.ask(anna, PostDocument, {
    documentKind,
    projectId,
    currency: 'EUR',
    postedOn: '2026-01-15',
    reference: documentKind,
    decision: 'Approved by the manager',
    ...more,
  });
async function budgeted(amount = '1000000'): Promise<TrialProject> {
  const project = await TrialProject.planned(budgeting);
  await project.approve(amount);
  return project;
}
const money = ({ projectId }: TrialProject) => budgeting.ask(anna, ProjectMoney, { projectId });

test('requisition, order, receipt and invoice each take the money of the one before', async () => {
  const project = await budgeted();
  const requisition = await post(project, 'requisition', { orderId: 'R-1', amountMinor: '300000' });
  expect(requisition.balance).toMatchObject({ reservedMinor: '300000', availableMinor: '700000' });
  const order = await post(project, 'order', { orderId: 'O-1', requisitionId: 'R-1', amountMinor: '280000' });
  expect(order.balance).toMatchObject({
    reservedMinor: '0',
    committedMinor: '280000',
    availableMinor: '720000',
  });
  const receipt = await post(project, 'receipt', { orderId: 'O-1', amountMinor: '180000' });
  expect(receipt.balance).toMatchObject({ committedMinor: '100000', accruedMinor: '180000' });
  // Received is cost, before there is an invoice.
  expect(await money(project)).toMatchObject({ actualMinor: '180000', committedMinor: '100000' });
  const invoice = await post(project, 'invoice', { orderId: 'O-1', amountMinor: '180000' });
  expect(invoice.balance).toMatchObject({ accruedMinor: '0', actualMinor: '180000' });
  const last = await post(project, 'invoice', { orderId: 'O-1', amountMinor: '60000', isFinal: true });
  expect(last.balance).toMatchObject({
    grantedMinor: '1000000',
    committedMinor: '0',
    actualMinor: '240000',
    availableMinor: '760000',
  });
  expect(await budgeting.announced(CostPosted, project.projectId)).toMatchObject([
    { kind: 'commitment', amountMinor: '280000', committedMinor: '280000' },
    { kind: 'actual', amountMinor: '180000', actualMinor: '180000' },
    { kind: 'actual', amountMinor: '180000', actualMinor: '180000' },
    { kind: 'actual', amountMinor: '60000', actualMinor: '240000', availableMinor: '760000' },
  ]);
});

test('an order grows, is cut and its receipt is taken back by reversal', async () => {
  const project = await budgeted();
  await post(project, 'order', { orderId: 'O-2', amountMinor: '400000' });
  await post(project, 'order-change', { orderId: 'O-2', amountMinor: '100000' });
  const cut = await post(project, 'order-change', { orderId: 'O-2', amountMinor: '-200000' });
  expect(cut.balance).toMatchObject({ committedMinor: '300000', availableMinor: '700000' });
  expect(await refusalCode(post(project, 'receipt', { orderId: 'O-2', amountMinor: '300001' }))).toBe(
    'budgeting/receipt-beyond-order',
  );
  const { entryId } = await post(project, 'receipt', { orderId: 'O-2', amountMinor: '300000' });
  const back = { entryId, postedOn: '2026-01-16', decision: 'Sent back' };
  const answer = await budgeting.ask(anna, ReverseEntry, back);
  expect(answer.balances).toMatchObject([{ accruedMinor: '0', committedMinor: '300000' }]);
  expect(await money(project)).toMatchObject({ actualMinor: '0', committedMinor: '300000' });
  expect((await budgeting.announced(CostPosted, project.projectId)).at(-1)).toMatchObject({
    kind: 'reversal',
    amountMinor: '-300000',
  });
});

test('an order that is matched three ways is invoiced for what was received, at its price', async () => {
  const project = await budgeted();
  const terms = { unitPriceMinor: '1000', match: 'three-way' as const, priceTolerancePercent: '2' };
  await post(project, 'order', { orderId: 'O-3', quantity: '100', ...terms });
  const invoice = (quantity: string, amountMinor: string, more: Posted = {}) =>
    post(project, 'invoice', { orderId: 'O-3', quantity, amountMinor, ...more });
  await expect(invoice('40', '40000')).rejects.toMatchObject({
    code: 'budgeting/invoice-not-matched',
    details: { mismatches: ['not-received'], receivedMinor: '0' },
  });
  await post(project, 'receipt', { orderId: 'O-3', quantity: '60' });
  expect((await invoice('40', '40800')).balance).toMatchObject({
    actualMinor: '40800',
    accruedMinor: '20000',
    committedMinor: '40000',
    availableMinor: '899200',
  });
  await expect(invoice('20', '20401')).rejects.toMatchObject({
    details: { mismatches: ['price-differs'] },
  });
  const excepted = await invoice('20', '20401', { exception: 'Board exception 7' });
  expect(excepted.warning).toContain('price-differs');
});

test('a requisition that has expired gives its money back when somebody needs it', async () => {
  const project = await budgeted('1000');
  await post(project, 'requisition', { orderId: 'R-2', amountMinor: '1000', expiresOn: '2026-01-31' });
  const today = new Date().toISOString().slice(0, 10);
  expect(today > '2026-01-31').toBe(true);
  const order = await post(project, 'order', { orderId: 'O-4', amountMinor: '900' });
  expect(order.balance).toMatchObject({ reservedMinor: '0', committedMinor: '900', availableMinor: '100' });
  expect(
    await refusalCode(post(project, 'order', { orderId: 'O-5', requisitionId: 'R-2', amountMinor: '1' })),
  ).toBe('budgeting/reservation-closed');
  const kinds = await budgeting.rows(
    `SELECT kind, posted_by FROM journal_entry WHERE project_id = $1::uuid AND kind = 'lapse'`,
    project.projectId,
  );
  expect(kinds).toEqual([{ kind: 'lapse', posted_by: 'budgeting' }]);
});

test('a requisition is withdrawn once, and what it held is available again', async () => {
  const project = await budgeted('1000');
  await post(project, 'requisition', { orderId: 'R-3', amountMinor: '600', expiresOn: '2099-01-01' });
  expect(await refusalCode(post(project, 'order', { orderId: 'O-6', amountMinor: '401' }))).toBe(
    'budgeting/budget-exceeded',
  );
  const withdrawn = await post(project, 'withdrawal', { orderId: 'R-3' });
  expect(withdrawn.balance).toMatchObject({ reservedMinor: '0', availableMinor: '1000' });
  expect(await refusalCode(post(project, 'withdrawal', { orderId: 'R-3' }))).toBe(
    'budgeting/reservation-closed',
  );
});

test('documents that lack what they need, or name what is not there, are refused', async () => {
  const project = await budgeted();
  expect(await refusalCode(post(project, 'order', { orderId: 'O-7' }))).toBe('budgeting/document-incomplete');
  expect(await refusalCode(post(project, 'receipt', { amountMinor: '5' }))).toBe(
    'budgeting/document-incomplete',
  );
  expect(await refusalCode(post(project, 'invoice', { orderId: 'O-8', amountMinor: '5' }))).toBe(
    'budgeting/unknown-commitment',
  );
  expect(await refusalCode(post(project, 'journal', { nodeId: randomUUID(), amountMinor: '5' }))).toBe(
    'budgeting/unknown-budget',
  );
});

/** A project of 2,000 with a control account phased by two months, 1,000 each. */
async function phased() {
  const calendarId = randomUUID();
  const periods = [
    { period: '2026-01', firstDay: '2026-01-01', lastDay: '2026-01-31' },
    { period: '2026-02', firstDay: '2026-02-01', lastDay: '2026-02-28' },
  ];
  await budgeting.ask(anna, SetFiscalCalendar, { calendarId, name: 'Months', periods });
  const project = await budgeted('2000');
  const nodeId = randomUUID();
  const account = { nodeId, nodeKind: 'control-account' as const, parentId: project.projectId, calendarId };
  await budgeting.ask(anna, RecordBudgetNode, { ...account, name: 'Build', currency: 'EUR' });
  for (const { period } of periods) {
    await budgeting.ask(anna, MoveBudget, {
      movement: 'allocate',
      fromNodeId: project.projectId,
      toNodeId: nodeId,
      toPeriod: period,
      amountMinor: '1000',
      currency: 'EUR',
      postedOn: '2026-01-01',
      reference: `Build in ${period}`,
      decision: 'Phasing',
    });
  }
  return { project, nodeId, calendarId };
}

// BUD-3. Source: frappe/erpnext issue 47603.
test('BUD-3: a back-dated posting is checked against its own period', async () => {
  const { project, nodeId } = await phased();
  const cost = (postedOn: string, amountMinor: string) =>
    post(project, 'invoice', { nodeId, postedOn, amountMinor });
  await cost('2026-02-10', '900');
  expect((await cost('2026-01-20', '950')).balance).toMatchObject({
    period: '2026-01',
    availableMinor: '50',
  });
  await expect(cost('2026-01-21', '51')).rejects.toMatchObject({
    code: 'budgeting/budget-exceeded',
    details: { period: '2026-01', availableMinor: '50', exceededByMinor: '1' },
  });
  expect((await cost('2026-02-11', '100')).balance).toMatchObject({ availableMinor: '0' });
  expect(await refusalCode(cost('2026-03-01', '1'))).toBe('budgeting/date-outside-periods');
  // All of it is cost of the project.
  expect(await money(project)).toMatchObject({ actualMinor: '1950', availableMinor: '50' });
});

test('a closed period takes no posting until it is opened again, and says who closed it', async () => {
  const { project, nodeId, calendarId } = await phased();
  const close = (isClosed: boolean) =>
    budgeting.ask(anna, CloseFiscalPeriod, {
      calendarId,
      period: '2026-01',
      isClosed,
      decision: 'Month end',
    });
  const cost = () => post(project, 'invoice', { nodeId, postedOn: '2026-01-20', amountMinor: '1' });
  await close(true);
  expect(await refusalCode(cost())).toBe('budgeting/period-closed');
  const { calendars } = await budgeting.ask(project.manager, FiscalCalendars, { calendarId });
  expect(calendars).toMatchObject([
    {
      name: 'Months',
      version: 2,
      periods: [
        { period: '2026-01', lastDay: '2026-01-31', isClosed: true },
        { period: '2026-02', isClosed: false },
      ],
    },
  ]);
  await close(false);
  expect(await refusalCode(cost())).toBe('accepted');
  const kept = await budgeting.rows(
    `SELECT kind, posted_by FROM journal_entry WHERE project_id = $1::uuid ORDER BY entry_no`,
    calendarId,
  );
  expect(kept).toEqual([
    { kind: 'period-close', posted_by: anna.personId },
    { kind: 'period-open', posted_by: anna.personId },
  ]);
});

test('the policy of a control account decides: hard stop, warning, or an approved exception', async () => {
  const { project, nodeId } = await phased();
  const over = (more: Posted = {}) => post(project, 'invoice', { nodeId, amountMinor: '1001', ...more });
  const policy = (value: NonNullable<RecordBudgetNode['policy']>) =>
    budgeting.ask(anna, RecordBudgetNode, {
      nodeId,
      nodeKind: 'control-account',
      parentId: project.projectId,
      name: 'Build',
      currency: 'EUR',
      policy: value,
    });
  expect(await refusalCode(over())).toBe('budgeting/budget-exceeded');
  await policy('needs-exception');
  expect(await refusalCode(over())).toBe('budgeting/exception-needed');
  const { projectId, manager } = project;
  const leave = { projectId, nodeId, amountMinor: '1', currency: 'EUR', reason: 'A taxi too many' };
  const { exceptionId } = await budgeting.ask(manager, RequestBudgetException, leave);
  const approved = { exceptionId, isApproved: true, decision: 'Exception 12' };
  await budgeting.ask(anna, DecideBudgetException, approved);
  expect((await over({ exception: exceptionId })).warning).toContain('1 beyond the budget');
  await policy('warn');
  expect((await over()).balance).toMatchObject({ availableMinor: '-1002' });
});

test('a journal moves cost to the budget it belongs to', async () => {
  const { project, nodeId } = await phased();
  await post(project, 'invoice', { nodeId, amountMinor: '400' });
  const other = randomUUID();
  await budgeting.ask(anna, RecordBudgetNode, {
    nodeId: other,
    nodeKind: 'work-package',
    parentId: project.projectId,
    name: 'Design',
    currency: 'EUR',
    policy: 'warn',
  });
  const moved = await post(project, 'journal', { nodeId, toNodeId: other, amountMinor: '150' });
  expect(moved.balance).toMatchObject({ nodeId: other, actualMinor: '150', availableMinor: '-150' });
  expect(await money(project)).toMatchObject({ actualMinor: '400' });
  expect(await refusalCode(post(project, 'journal', { nodeId, toNodeId: other, amountMinor: '251' }))).toBe(
    'budgeting/credit-beyond-actual',
  );
});

test('what is posted on the project itself leaves what lies with its control accounts in the figures', async () => {
  const { project, nodeId } = await phased();
  await post(project, 'order', { nodeId, orderId: 'O-9', amountMinor: '600' });
  await post(project, 'receipt', { orderId: 'O-9', amountMinor: '400' });
  await post(project, 'invoice', { nodeId, amountMinor: '100' });
  await project.approve('2500');
  const { projectId } = project;
  const cost = { projectId, amountMinor: '30', currency: 'EUR', postedOn: '2026-01-20', reference: 'Taxi' };
  await budgeting.ask(anna, PostActualCost, cost);
  expect(await money(project)).toMatchObject({
    budgetAtCompletionMinor: '2500',
    actualMinor: '530',
    committedMinor: '200',
    availableMinor: '1770',
  });
  const [posted] = (await budgeting.announced(CostPosted, projectId)).slice(-1);
  expect(posted).toMatchObject({ actualMinor: '530', committedMinor: '200', availableMinor: '1770' });
});

test('an invoice of the accounts uses up what was received of an order that was placed by hand', async () => {
  const { project, nodeId } = await phased();
  await post(project, 'order', { nodeId, orderId: 'erp:PO-9', amountMinor: '600' });
  await post(project, 'receipt', { orderId: 'erp:PO-9', amountMinor: '400' });
  await project.invoice('erp:INV-9', '500', { orderKey: 'erp:PO-9', orderNumber: 'PO-9' });
  expect(await money(project)).toMatchObject({ actualMinor: '500', committedMinor: '100' });
  const kept = await budgeting.rows(
    `SELECT invoiced_minor::int AS invoiced, accrued_minor::int AS accrued FROM commitment WHERE project_id = $1::uuid`,
    project.projectId,
  );
  expect(kept).toEqual([{ invoiced: 500, accrued: 0 }]);
  const last = await post(project, 'invoice', { orderId: 'erp:PO-9', amountMinor: '100' });
  expect(last.balance).toMatchObject({ nodeId, actualMinor: '600', committedMinor: '0', accruedMinor: '0' });
});

test('cost by hand has the money of a requisition that has expired', async () => {
  const project = await budgeted('1000');
  await post(project, 'requisition', { orderId: 'R-4', amountMinor: '1000', expiresOn: '2026-01-31' });
  const { projectId } = project;
  const cost = { projectId, amountMinor: '900', currency: 'EUR', postedOn: '2026-02-20', reference: 'Taxi' };
  expect(await budgeting.ask(anna, PostActualCost, cost)).toMatchObject({ availableMinor: '100' });
});

// BUD-2.
test('of orders of six million against nine exactly one passes, at any concurrency and at any level', async () => {
  for (const atOnce of [2, 8, 32]) {
    const project = await budgeted('9000000');
    const outcomes = await Promise.all(
      Array.from({ length: atOnce }, (_, index) =>
        refusalCode(post(project, 'order', { orderId: `O-${index}`, amountMinor: '6000000' })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'budgeting/budget-exceeded']));
    expect(await money(project)).toMatchObject({ committedMinor: '6000000', availableMinor: '3000000' });
  }
});
