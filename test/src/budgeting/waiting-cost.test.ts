import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PortfolioMoney, PostCommitment, ProjectMoney } from '@meridian/contracts-budgeting';
import { person, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

const uncoded = async ({ code }: TrialProject, who = anna) => {
  const { uncoded: all } = await budgeting.ask(who, PortfolioMoney, {});
  return all.filter(({ projectCode }) => projectCode === code);
};
const money = ({ projectId }: TrialProject) => budgeting.ask(anna, ProjectMoney, { projectId });

test('cost of an unknown project is shown, and posted in order when the project becomes known', async () => {
  const project = new TrialProject(budgeting);
  await project.order('erp:PO-7', '400000');
  await project.invoice('erp:INV-7', '300000', { orderKey: 'erp:PO-7', orderNumber: 'PO-7' });
  await project.invoice('erp:INV-7', '300000', { orderKey: 'erp:PO-7', orderNumber: 'PO-7' });
  expect(await uncoded(project)).toMatchObject([
    { projectCode: project.code, documents: 2, amountMinor: '700000', currency: 'EUR' },
  ]);
  expect(await uncoded(project, person('team-member'))).toEqual([]);

  await project.record();
  expect(await uncoded(project)).toEqual([]);
  expect(await project.lastFigures()).toMatchObject({
    acMinor: '300000',
    committedMinor: '100000',
    flags: ['no-budget', 'cost-without-earned-value', 'over-committed'],
  });
  await project.record();
  await project.approve('1000000');
  expect(await money(project)).toMatchObject({
    actualMinor: '300000',
    committedMinor: '100000',
    availableMinor: '600000',
  });
});

test('cost in another currency waits until the budget is approved in it', async () => {
  const project = await TrialProject.planned(budgeting, { currency: 'USD' });
  const inEuro = { currency: 'EUR' };
  await project.invoice('erp:INV-8', '100000', inEuro);
  expect(await uncoded(project)).toMatchObject([
    { projectCode: project.code, documents: 1, currency: 'EUR' },
  ]);
  await project.approve('1000000', inEuro);
  expect(await uncoded(project)).toEqual([]);
  expect(await money(project)).toMatchObject({ currency: 'EUR', actualMinor: '100000' });
});

test('an order that is cut without being known here is shown instead of lost', async () => {
  const project = await TrialProject.planned(budgeting);
  await project.order('erp:PO-9', '-5000');
  expect(await uncoded(project)).toMatchObject([{ projectCode: project.code, amountMinor: '-5000' }]);
});

test('a project that was killed before it is known here is frozen from its first day', async () => {
  const project = new TrialProject(budgeting);
  await project.gate('kill');
  await project.record();
  await project.approve();
  const order = { projectId: project.projectId, amountMinor: '1', currency: 'EUR', postedOn: '2026-01-15' };
  const ordering = () => budgeting.ask(anna, PostCommitment, { ...order, reference: 'PO by hand' });
  await expect(ordering()).rejects.toMatchObject({ code: 'budgeting/budget-frozen' });
  await project.gate('go');
  expect(await ordering()).toMatchObject({ committedMinor: '1' });
});
