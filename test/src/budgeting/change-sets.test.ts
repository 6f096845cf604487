import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ApplyChangeSet,
  ApproveScenario,
  ChangeSets,
  ComputeScenario,
  PortfolioChangeOrdered,
  ReviewChange,
} from '@meridian/contracts-budgeting';
import { PortfolioChangeSettled } from '@meridian/contracts-projects';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna, TrialProject } from './trial-project.js';

let budgeting: ServiceUnderTest;
const sponsor = person('sponsor', 'Petra');
const stranger = person('project-manager', 'Priya');

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

interface Wished {
  readonly candidateId: string;
  readonly projectId?: string;
  readonly fixed: 'in' | 'out';
}

/** Decided in a quarter: everything that is `in`. */
async function approved(portfolio: string, wished: readonly Wished[], quarter = 2): Promise<string> {
  const scenario: ComputeScenario = {
    scenarioId: randomUUID(),
    name: 'Plan',
    portfolio,
    currency: 'EUR',
    periods: ['2027-Q1', '2027-Q2', '2027-Q3'],
    budgetMinor: ['1000', '1000', '1000'],
    capacity: [],
    candidates: wished.map((one) => ({
      ...one,
      name: `Project ${one.candidateId}`,
      starts: [{ start: quarter - 1, value: '5' }],
      costsMinor: ['100'],
    })),
    rules: [],
  };
  await budgeting.ask(anna, ComputeScenario, scenario);
  const decision = { scenarioId: scenario.scenarioId, decision: 'Portfolio board, 23 November' };
  await budgeting.ask(anna, ApproveScenario, decision, { version: 1 });
  return scenario.scenarioId;
}
const newPortfolio = () => `Group ${randomUUID().slice(0, 8)}`;
const read = (portfolio: string, who = anna) => budgeting.ask(who, ChangeSets, { portfolio });
const review = (
  scenarioId: string,
  candidateId: string,
  {
    who = anna,
    verdict = 'accepted',
    reason,
    version = 1,
  }: Partial<ReviewChange & { who: typeof anna; version: number }> = {},
) =>
  budgeting.ask(
    who,
    ReviewChange,
    { scenarioId, candidateId, verdict, ...(reason === undefined ? {} : { reason }) },
    { version },
  );
const apply = (scenarioId: string, version: number, who = sponsor) =>
  budgeting.ask(who, ApplyChangeSet, { scenarioId, decision: 'Portfolio board, 30 November' }, { version });

test('each owner accepts or contests, what is accepted is ordered once, and the answer stands in its line', async () => {
  const [bridge, ferry] = [new TrialProject(budgeting), new TrialProject(budgeting)];
  await bridge.record();
  await ferry.record();
  const portfolio = newPortfolio();
  const scenarioId = await approved(portfolio, [
    { candidateId: 'A', projectId: bridge.projectId, fixed: 'in' },
    { candidateId: 'B', projectId: ferry.projectId, fixed: 'in' },
    { candidateId: 'C', fixed: 'in' },
  ]);
  expect((await read(portfolio)).changeSets).toMatchObject([
    {
      scenarioId,
      state: 'in-review',
      lines: [
        { candidateId: 'A', change: 'begin', startsIn: '2027-Q2', costMinor: '100', review: 'open' },
        { candidateId: 'B' },
        { candidateId: 'C' },
      ],
    },
  ]);
  expect(await refusalCode(apply(scenarioId, 1))).toBe('budgeting/change-set-open');
  expect(await refusalCode(review(scenarioId, 'A', { who: stranger }))).toBe('access/not-your-project');
  expect(await refusalCode(review(scenarioId, 'C', { who: stranger }))).toBe('budgeting/approver-needed');
  expect(await refusalCode(review(scenarioId, 'Z'))).toBe('budgeting/unknown-change');
  expect(await refusalCode(review(randomUUID(), 'A'))).toBe('budgeting/unknown-change-set');
  const contested = { who: ferry.manager, verdict: 'contested' as const };
  expect(await refusalCode(review(scenarioId, 'B', contested))).toBe('budgeting/contest-needs-reason');
  await review(scenarioId, 'B', { ...contested, reason: 'The yard is not free before autumn.' });
  await review(scenarioId, 'A', { who: bridge.manager });
  expect(await refusalCode(review(scenarioId, 'A', { who: bridge.manager }))).toBe(
    'budgeting/version-conflict',
  );
  await review(scenarioId, 'C');
  expect(await refusalCode(apply(scenarioId, 1))).toBe('budgeting/version-conflict');
  expect(await refusalCode(apply(scenarioId, 4, bridge.manager))).toBe('budgeting/approver-needed');
  const { lines } = await apply(scenarioId, 4);
  expect(lines.map(({ candidateId, outcome }) => `${candidateId} ${outcome}`)).toEqual([
    'A ordered',
    'B left-out',
    'C refused',
  ]);
  expect(await refusalCode(apply(scenarioId, 5))).toBe('budgeting/change-set-decided');
  expect(await refusalCode(review(scenarioId, 'A', { version: 3 }))).toBe('budgeting/change-set-decided');
  expect(await budgeting.announced(PortfolioChangeOrdered, bridge.projectId)).toMatchObject([
    { scenarioId, candidateId: 'A', change: 'begin', startsOn: '2027-04-01', orderedByName: 'Petra' },
  ]);
  expect(await budgeting.announced(PortfolioChangeOrdered, ferry.projectId)).toEqual([]);
  const settled = { projectId: bridge.projectId, scenarioId, candidateId: 'A', settled: 'It is approved.' };
  await budgeting.hears(PortfolioChangeSettled, { ...settled, outcome: 'applied' });
  await budgeting.hears(PortfolioChangeSettled, { ...settled, outcome: 'refused', settled: 'Again' });
  const [known] = (await read(portfolio)).changeSets;
  expect(known?.lines[0]).toMatchObject({ outcome: 'applied', settled: 'It is approved.' });
  expect(known).toMatchObject({
    state: 'applied',
    appliedBy: 'Petra',
    decision: 'Portfolio board, 30 November',
  });
});

test('a project manager sees what becomes of the own project, and nothing of the others', async () => {
  const [own, other] = [new TrialProject(budgeting), new TrialProject(budgeting)];
  await own.record();
  await other.record();
  const portfolio = newPortfolio();
  await approved(portfolio, [
    { candidateId: 'A', projectId: own.projectId, fixed: 'in' },
    { candidateId: 'B', projectId: other.projectId, fixed: 'in' },
  ]);
  const seen = await read(portfolio, own.manager);
  expect(seen.changeSets.flatMap(({ lines }) => lines.map(({ candidateId }) => candidateId))).toEqual(['A']);
  expect(await read(portfolio, stranger)).toEqual({ changeSets: [] });
});

test('a new decision takes over what the one before ordered and nobody did', async () => {
  const portfolio = newPortfolio();
  const first = await approved(portfolio, [
    { candidateId: 'A', fixed: 'in' },
    { candidateId: 'B', fixed: 'in' },
  ]);
  const second = await approved(portfolio, [
    { candidateId: 'A', fixed: 'in' },
    { candidateId: 'B', fixed: 'out' },
  ]);
  const { changeSets } = await read(portfolio);
  expect(changeSets.map(({ scenarioId, state }) => `${scenarioId} ${state}`)).toEqual([
    `${second} in-review`,
    `${first} superseded`,
  ]);
  // A never began, so it still has to; B never began, so nothing has to be stopped.
  expect(changeSets[0]?.lines.map(({ candidateId, change }) => `${candidateId} ${change}`)).toEqual([
    'A begin',
  ]);
  expect(await refusalCode(review(first, 'A'))).toBe('budgeting/change-set-decided');
});
