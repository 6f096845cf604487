import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BudgetTree, ProjectMoney, RecordLabourRate } from '@meridian/contracts-budgeting';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { randomUUID } from 'node:crypto';
import { anna } from './trial-project.js';
import { TrialTime } from './trial-time.js';
import { everythingAnnounced, everythingOrdered, everythingTold, questions, world } from './worlds-apart.js';
import type { World } from './worlds-apart.js';

let budgeting: ServiceUnderTest;
let time: TrialTime;
/** Two worlds of one person each, who earns more in the second one. */
let poor: World;
let rich: World;

beforeAll(async () => {
  budgeting = await ServiceUnderTest.start('budgeting');
  time = new TrialTime(budgeting);
  poor = await world(budgeting, time, ['12345']);
  rich = await world(budgeting, time, ['54321']);
});
afterAll(() => budgeting.end());

const money = ({ project: { projectId, manager } }: World, who: TestPerson = manager) =>
  budgeting.ask(who, ProjectMoney, { projectId });

const WITHOUT_RATES = [
  'project-manager',
  'sponsor',
  'resource-manager',
  'quality-manager',
  'team-member',
  'integration',
];

describe('whatever one person earns, nobody without rates is answered anything else', () => {
  test.each(WITHOUT_RATES)('a %s', async (role) => {
    const asks = ({ project }: World) => (role === 'project-manager' ? project.manager : person(role));
    const inPoor = await everythingTold(budgeting, poor, asks(poor));
    expect(Object.keys(inPoor).length).toBeGreaterThan(questions().length);
    expect(await everythingTold(budgeting, rich, asks(rich))).toEqual(inPoor);
    const ordered = await everythingOrdered(budgeting, poor, asks(poor));
    expect(await everythingOrdered(budgeting, rich, asks(rich))).toEqual(ordered);
  });

  test('nor do other services, reports and subscribers hear anything else', async () => {
    expect(await everythingAnnounced(budgeting, rich)).toEqual(await everythingAnnounced(budgeting, poor));
  });

  test('while the PMO has the cost to the cent', async () => {
    const actual = async (one: World) => BigInt((await money(one, anna)).actualMinor ?? '0');
    expect((await actual(rich)) - (await actual(poor))).toBe(407_408n - 92_588n);
  });
});

test('what few people cost is in no figure, the reason is named, and all else stays useful', async () => {
  const shown = await money(poor);
  expect(shown.flags).toContain('labour-withheld');
  expect(shown).not.toHaveProperty('cpi');
  expect(shown).not.toHaveProperty('eacMinor');
  expect(shown).toMatchObject({ evMinor: '125000', pvMinor: expect.any(String), spi: expect.any(String) });
  const nodes = await budgeting.ask(poor.project.manager, BudgetTree, { nodeId: poor.project.projectId });
  const labour = nodes.nodes.map(({ nodeKind, labour: said }) => [nodeKind, said]);
  expect(labour).toEqual([
    ['project', undefined],
    ['control-account', 'averaged'],
  ]);
});

test('of six people a figure goes on by steps of five: one more line changes nothing, at any level and date', async () => {
  const rates = ['10000', '11111', '12222', '13333', '14444'];
  const many = await world(budgeting, time, rates);
  const { manager, projectId, taskIds } = many.project;
  const figures = await money(many);
  // 4,583.26 of five people, in steps of 1,000.00.
  expect(figures).toMatchObject({ actualMinor: String(200_000 + 500_000), cpi: expect.any(String) });
  const { nodes } = await budgeting.ask(manager, BudgetTree, { nodeId: projectId });
  expect(nodes.map(({ balance }) => balance.actualMinor)).toEqual(['700000', '500000']);
  const before = await everythingTold(budgeting, many, manager);
  const sixth = randomUUID();
  await time.rateOf(sixth, '99999');
  await time.book(many.project, sixth, { taskId: taskIds[1] ?? '', minutes: 60 });
  expect(await everythingTold(budgeting, many, manager)).toEqual(before);
});

test('with a rate of the house the time of few people counts at that rate, and figures are whole again', async () => {
  await budgeting.ask(anna, RecordLabourRate, {
    rateId: randomUUID(),
    validFrom: '2026-01-01',
    perHourMinor: '10000',
    currency: 'EUR',
    decision: 'Rate card 2026',
  });
  const [inPoor, inRich] = [await money(poor), await money(rich)];
  expect(inRich.actualMinor).toBe(inPoor.actualMinor);
  expect(inPoor.flags).not.toContain('labour-withheld');
  expect(inPoor).toMatchObject({ cpi: expect.any(String), eacMinor: expect.any(String) });
  // The invoice and 7.5 hours, and what was posted by hand.
  expect(BigInt(inPoor.actualMinor ?? '0')).toBeGreaterThanOrEqual(275_000n);
  await time.book(poor.project, poor.people[0] ?? '', { minutes: 60 });
  await time.book(rich.project, rich.people[0] ?? '', { minutes: 60 });
  expect((await money(rich)).actualMinor).toBe((await money(poor)).actualMinor);
  expect(await everythingAnnounced(budgeting, rich)).toEqual(await everythingAnnounced(budgeting, poor));
});
