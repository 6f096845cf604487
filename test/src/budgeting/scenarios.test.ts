import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ApproveScenario,
  ComputeScenario,
  ScenarioApproved,
  ScenarioQuestion,
  Scenarios,
} from '@meridian/contracts-budgeting';
import { person, refusalCode, ServiceUnderTest } from '@meridian/testing';
import { anna } from './trial-project.js';

let budgeting: ServiceUnderTest;
const jon = person('project-manager', 'Jon');

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
});
afterAll(() => budgeting.end());

/** Stockco (SEL-1): values 16, 22, 12, 8 for 5, 7, 4, 3 against 14, in two periods of which all cost falls into the first. */
function stockco(more: Partial<ComputeScenario> = {}): ComputeScenario {
  const [values, costs] = [
    ['16', '22', '12', '8'],
    ['5', '7', '4', '3'],
  ];
  return {
    scenarioId: randomUUID(),
    name: 'Stockco',
    portfolio: `Group ${randomUUID().slice(0, 8)}`,
    currency: 'EUR',
    periods: ['2027-H1', '2027-H2'],
    budgetMinor: ['14', '0'],
    capacity: [],
    candidates: values.map((value, index) => ({
      candidateId: `P${index + 1}`,
      name: `Investment ${index + 1}`,
      starts: [{ start: 0, value }],
      costsMinor: [costs[index] ?? '0'],
    })),
    rules: [],
    ...more,
  };
}
const compute = (wish: ComputeScenario, version?: number, who = anna) =>
  budgeting.ask(who, ComputeScenario, wish, version === undefined ? {} : { version });
const approve = (scenarioId: string, version: number) =>
  budgeting.ask(anna, ApproveScenario, { scenarioId, decision: 'Portfolio board, 23 November' }, { version });

test('the best selection comes with its proof, what it uses, the next best, and what more money is worth', async () => {
  const wish = stockco({
    withNextBest: true,
    worth: [{ period: 0, more: '2' }],
    sensitivityOf: ['P2'],
  });
  const figures = await compute(wish);
  expect(figures).toMatchObject({
    version: 1,
    state: 'computed',
    proof: 'optimal',
    value: '42',
    bound: 42,
    gapPercent: 0,
    costMinor: '14',
    nextBest: { proof: 'optimal', value: '38', added: ['P1'], left: ['P3', 'P4'] },
    // With 16 there is money for 1, 2 and 3 … together 16: worth 50.
    worth: [{ period: 0, more: '2', adds: '8', proof: 'optimal' }],
    // All 14 are spent. How much value it may lose is known where there is time to select anew.
    sensitivity: [{ candidateId: 'P2', costRisePercent: 0, isProven: expect.any(Boolean) }],
    computedBy: 'Anna',
  });
  expect(figures.choices.filter(({ isDone }) => isDone).map(({ candidateId }) => candidateId)).toEqual([
    'P2',
    'P3',
    'P4',
  ]);
  expect(figures.limits).toEqual([
    { period: 0, available: '14', used: '14', pricePerUnit: 3 },
    { period: 1, available: '0', used: '0', pricePerUnit: 0 },
  ]);
  expect(figures.changes.map(({ candidateId, change, startsIn }) => [candidateId, change, startsIn])).toEqual(
    [
      ['P2', 'begin', '2027-H1'],
      ['P3', 'begin', '2027-H1'],
      ['P4', 'begin', '2027-H1'],
    ],
  );
});

test('what a scenario was computed from can be read, changed and computed as another one', async () => {
  const wish = stockco();
  await compute(wish);
  const { version, asked } = await budgeting.ask(anna, ScenarioQuestion, { scenarioId: wish.scenarioId });
  expect([version, asked]).toEqual([1, wish]);
  const richer = await compute({ ...asked, scenarioId: randomUUID(), budgetMinor: ['16', '0'] });
  expect(richer.value).toBe('50');
  const ask = (who: typeof anna, scenarioId: string) => budgeting.ask(who, ScenarioQuestion, { scenarioId });
  expect(await refusalCode(ask(jon, wish.scenarioId))).toBe('budgeting/approver-needed');
  expect(await refusalCode(ask(anna, randomUUID()))).toBe('budgeting/unknown-scenario');
});

test('an approved scenario announces its change-set, supersedes the one before, and is never changed again', async () => {
  const first = stockco();
  const { portfolio } = first;
  await compute(first);
  expect(await refusalCode(approve(first.scenarioId, 7))).toBe('budgeting/version-conflict');
  await approve(first.scenarioId, 1);
  const second = stockco({
    portfolio,
    name: 'Without the second',
    candidates: stockco().candidates.map((one) =>
      one.candidateId === 'P2' ? { ...one, fixed: 'out' } : one,
    ),
  });
  const before = await compute(second);
  expect(before.changes.map(({ candidateId, change }) => `${candidateId} ${change}`)).toEqual([
    'P1 begin',
    'P2 stop',
    'P3 keep',
    'P4 keep',
  ]);
  const approved = await approve(second.scenarioId, 1);
  expect(approved).toMatchObject({ state: 'approved', decision: 'Portfolio board, 23 November' });
  expect(approved.changes).toEqual(before.changes);
  const [told] = await budgeting.announced(ScenarioApproved, second.scenarioId);
  expect(told).toMatchObject({ supersedes: first.scenarioId, value: '36', changes: before.changes });

  expect(await refusalCode(compute(second, 2))).toBe('budgeting/scenario-decided');
  expect(await refusalCode(approve(second.scenarioId, 2))).toBe('budgeting/scenario-decided');
  const { scenarios } = await budgeting.ask(anna, Scenarios, { portfolio });
  expect(scenarios.map(({ name, state }) => [name, state])).toEqual([
    ['Without the second', 'approved'],
    ['Stockco', 'superseded'],
  ]);
  const { scenarios: beside } = await budgeting.ask(anna, Scenarios, {
    scenarioIds: [first.scenarioId, second.scenarioId],
  });
  expect(beside.map(({ value }) => value)).toEqual(['42', '36']);
});

test('roles, starts and rules hold: who needs another waits until it is finished', async () => {
  const one = (candidateId: string, more: object = {}) => ({
    candidateId,
    name: candidateId,
    starts: [0, 1].map((start) => ({ start, value: '10' })),
    costsMinor: ['5'],
    needs: [{ role: 'architect', hours: ['100'] }],
    ...more,
  });
  const wish = stockco({
    budgetMinor: ['100', '100'],
    capacity: [{ role: 'architect', hours: ['150', '150'] }],
    candidates: [one('base'), one('roof'), one('extra')],
    rules: [{ kind: 'needs', candidateIds: ['roof'], needed: 'base', finishesFirst: true }],
  });
  const { value, proof, choices } = await compute(wish);
  expect([value, proof]).toEqual(['20', 'optimal']);
  const starts = new Map(choices.map(({ candidateId, start }) => [candidateId, start]));
  if (starts.get('roof') !== undefined) expect([starts.get('base'), starts.get('roof')]).toEqual([0, 1]);
});

test('what cannot be is refused with the reason, and nobody else may look or compute', async () => {
  const all = ['P1', 'P2', 'P3', 'P4'];
  expect(
    await refusalCode(compute(stockco({ rules: [{ kind: 'at-least', candidateIds: all, count: 4 }] }))),
  ).toBe('budgeting/no-selection');
  expect(await refusalCode(compute(stockco({ rules: [{ kind: 'at-most', candidateIds: all }] })))).toBe(
    'budgeting/scenario-rule',
  );
  expect(await refusalCode(compute(stockco({ budgetMinor: ['14'] })))).toBe('selection/not-computable');
  expect(await refusalCode(compute(stockco({ worth: [{ role: 'architect', period: 0, more: '1' }] })))).toBe(
    'budgeting/unknown-limit',
  );
  expect(await refusalCode(compute(stockco(), undefined, jon))).toBe('budgeting/approver-needed');
  expect(await refusalCode(budgeting.ask(jon, Scenarios, {}))).toBe('budgeting/approver-needed');
  expect(await refusalCode(approve(randomUUID(), 1))).toBe('budgeting/unknown-scenario');
});
