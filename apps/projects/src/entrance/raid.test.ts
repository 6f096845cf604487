import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ConvertRaid,
  ImportPlan,
  PortfolioRaid,
  PortfolioRiskMatrix,
  ProjectPlan,
  ProjectRaid,
  RaidConverted,
  RaidEntry,
  RaidRecorded,
  RecordRaid,
  RegisterProject,
  SettleRaid,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest, type AskOptions } from '@meridian/testing';
import pg from 'pg';
import { confidentialProject } from './confidential-project.js';
import { wallPlan, writtenPlan } from './written-plan.js';

const PLAN = writtenPlan([
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 10 },
]);
const manager = person('project-manager', 'Grace Hopper');
const stranger = person('team-member');
let projects: ServiceUnderTest;
let projectId: string;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const wall = confidentialProject(manager.personId);
  ({ projectId } = wall);
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
});

/** 30 percent to lose 250,000.00 and 40 days. */
const facts = {
  kind: 'risk' as RecordRaid['kind'],
  title: 'The supplier goes out of business',
  ownerPersonId: manager.personId,
  ownerName: manager.name,
  inherent: { probabilityPercent: 30, impactMinor: '25000000', impactDays: 40 },
  hits: [] as RecordRaid['hits'],
};

async function record(other: Partial<RecordRaid> = {}, options: AskOptions = { version: 0 }, by = manager) {
  const entryId = other.entryId ?? randomUUID();
  const written = await projects.ask(by, RecordRaid, { projectId, entryId, ...facts, ...other }, options);
  return { ...written, entryId };
}

function file(entryId: string, by = manager) {
  return projects.ask(by, RaidEntry, { projectId, entryId });
}

test('a risk is in the register with its exposure, and others hear of it', async () => {
  const { entryId, version } = await record({ dueOn: '2026-01-31' });
  expect(version).toBe(1);
  const exposed = { exposureMinor: '7500000', exposureDays: 12, currency: 'EUR', status: 'open', number: 1 };
  const { entries, entryCount, totals } = await projects.ask(manager, ProjectRaid, { projectId });
  expect(entries).toMatchObject([{ entryId, ...exposed, projectName: 'Wall', isOverdue: true, ageDays: 0 }]);
  expect({ entryCount, totals }).toEqual({
    entryCount: 1,
    totals: [{ currency: 'EUR', openCount: 1, overdueCount: 1, exposureMinor: '7500000', exposureDays: 12 }],
  });
  expect(await projects.announced(RaidRecorded, projectId)).toMatchObject([{ entryId, ...exposed }]);
});

test('an opportunity stands in the register beside the threats, with what it is expected to save', async () => {
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
  await record();
  const good = { effect: 'opportunity' as const, title: 'The crane is free earlier' };
  const inherent = { probabilityPercent: 50, impactMinor: '4000000', impactDays: 2 };
  const { entryId } = await record({ ...good, inherent, opportunityStrategy: 'enhance' });
  const { entries, totals } = await projects.ask(manager, ProjectRaid, { projectId });
  expect(totals).toEqual([
    {
      currency: 'EUR',
      openCount: 2,
      overdueCount: 0,
      exposureMinor: '7500000',
      exposureDays: 12,
      opportunityMinor: '2000000',
      opportunityDays: 1,
      netMinor: '5500000',
    },
  ]);
  const line = entries.find((one) => one.entryId === entryId);
  // Two of the ten weekdays of the plan are a fifth of it.
  expect(line).toMatchObject({
    ...good,
    opportunityStrategy: 'enhance',
    exposureMinor: '0',
    exposureDays: 0,
    signedExposureMinor: '-2000000',
    signedExposureDays: -1,
    heat: { probabilityBand: 3, impactBand: 4, score: 0.2, zone: 'high' },
  });
  expect((await projects.announced(RaidRecorded, projectId)).at(-1)).toMatchObject({
    effect: 'opportunity',
    exposureMinor: '0',
    signedExposureMinor: '-2000000',
  });
  const figures = await projects.ask(manager, PortfolioRaid, {});
  expect(figures.topByCost.map((one) => one.entryId)).not.toContain(entryId);
  expect(figures.topOpportunities?.map((one) => one.entryId)).toContain(entryId);

  const residual = { ...inherent, probabilityPercent: 80 };
  const response = { opportunityStrategy: 'exploit' as const, responseCostMinor: '400000', residual };
  await record({ entryId, ...good, inherent, ...response, reason: 'Agreed' }, { version: 1 });
  const { entry, history } = await file(entryId);
  expect(entry).toMatchObject({ signedExposureMinor: '-3200000', responseLeverage: 3 });
  expect(history[1]?.fields).toContainEqual({ field: 'strategy', before: 'enhance', after: 'exploit' });
  await expect(
    record({ entryId, ...good, inherent, strategy: 'avoid', reason: 'No' }, { version: 2 }),
  ).rejects.toMatchObject({ code: 'projects/raid-strategy-unfit' });
  const came = { projectId, entryId, outcome: 'met' as const, reason: 'It is here' };
  await projects.ask(manager, SettleRaid, came, { version: 2 });
  expect((await file(entryId)).entry).toMatchObject({ status: 'met', signedExposureMinor: '0' });
});

test('a response that is in place lowers the exposure, and its leverage is told', async () => {
  const { entryId } = await record();
  const residual = { probabilityPercent: 30, impactMinor: '5000000', impactDays: 10 };
  const response = {
    strategy: 'reduce' as const,
    response: 'A second supplier',
    responseCostMinor: '1500000',
  };
  const reason = 'The second supplier signed';
  await record({ entryId, residual, ...response, reason }, { version: 1 });
  const { entry, history } = await file(entryId);
  expect(entry).toMatchObject({
    exposureMinor: '1500000',
    inherentExposureMinor: '7500000',
    exposureDays: 3,
    responseLeverage: 4,
  });
  expect(history.map(({ deed, changedByName, reason: why }) => [deed, changedByName, why])).toEqual([
    ['raised', 'Grace Hopper', undefined],
    ['revised', 'Grace Hopper', reason],
  ]);
  expect(history[1]?.fields).toContainEqual({ field: 'response', after: 'A second supplier' });
});

test('an assumption goes on as a risk and as an issue, and each of the three knows the whole lineage', async () => {
  const first = await record({ kind: 'assumption' });
  const becoming = (entryId: string, to: 'risk' | 'issue') =>
    projects.ask(manager, ConvertRaid, { projectId, entryId, to, reason: 'It was late' }, { version: 1 });
  const risk = await becoming(first.entryId, 'risk');
  const issue = await becoming(risk.id, 'issue');
  const chain = [
    ['assumption', 'converted', '0'],
    ['risk', 'converted', '0'],
    ['issue', 'open', '25000000'],
  ];
  for (const entryId of [first.entryId, risk.id, issue.id]) {
    const { entry, lineage } = await file(entryId);
    expect(lineage.map(({ kind, status, exposureMinor }) => [kind, status, exposureMinor])).toEqual(chain);
    expect(entry.entryId).toBe(entryId);
  }
  expect(await projects.announced(RaidConverted, projectId)).toMatchObject([
    { fromEntryId: first.entryId, fromKind: 'assumption', toEntryId: risk.id, toKind: 'risk', toNumber: 2 },
    { fromEntryId: risk.id, fromKind: 'risk', toEntryId: issue.id, toKind: 'issue', toNumber: 3 },
  ]);
});

test('the same conversion asked twice is made once', async () => {
  const { entryId } = await record();
  const wish = { projectId, entryId, to: 'issue' as const };
  const options = { version: 1, key: randomUUID() };
  const once = await projects.ask(manager, ConvertRaid, wish, options);
  expect(await projects.ask(manager, ConvertRaid, wish, options)).toEqual(once);
  expect((await projects.ask(manager, ProjectRaid, { projectId })).entryCount).toBe(2);
});

test('of two who change the same version one is told to read again', async () => {
  const { entryId } = await record();
  const change = (title: string) => record({ entryId, title, reason: 'Better known' }, { version: 1 });
  const outcomes = await Promise.allSettled([change('One'), change('Other')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [lost] = outcomes.filter((one) => one.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'projects/version-conflict', kind: 'stale-version' });
});

test('what is averted exposes to nothing, and its history cannot be rewritten', async () => {
  const { entryId } = await record();
  const end = { projectId, entryId, outcome: 'averted' as const, reason: 'The contract was replaced' };
  await projects.ask(manager, SettleRaid, end, { version: 1 });
  const { entry, history } = await file(entryId);
  expect(entry).toMatchObject({ status: 'averted', exposureMinor: '0', version: 2 });
  expect(history.at(-1)).toMatchObject({ deed: 'settled', reason: 'The contract was replaced' });
  const client = new pg.Client({ connectionString: projects.home.url });
  await client.connect();
  try {
    await expect(client.query('DELETE FROM raid_change')).rejects.toThrow('it only grows');
    await expect(client.query("UPDATE raid_change SET reason = ''")).rejects.toThrow('it only grows');
  } finally {
    await client.end();
  }
});

test('an entry sent again without a change leaves no step', async () => {
  const { entryId } = await record();
  const again = await record({ entryId, reason: 'To be sure' }, { version: 1 });
  expect(again.version).toBe(1);
  expect((await file(entryId)).history).toHaveLength(1);
});

test('the portfolio shows its greatest exposures, and those of a confidential project to nobody else', async () => {
  const dear = await record();
  const cheap = await record({ inherent: { probabilityPercent: 90, impactMinor: '1', impactDays: 100 } });
  const mine = await projects.ask(manager, PortfolioRaid, { limit: 100 });
  const ours = (lines: typeof mine.topByCost) =>
    lines.filter((line) => line.projectId === projectId).map(({ entryId }) => entryId);
  expect(ours(mine.topByCost)).toEqual([dear.entryId, cheap.entryId]);
  expect(ours(mine.topByDays)).toEqual([cheap.entryId, dear.entryId]);
  const theirs = await projects.ask(stranger, PortfolioRaid, { limit: 100 });
  expect(ours([...theirs.topByCost, ...theirs.topByDays])).toEqual([]);
  expect(theirs.totals).toEqual([]);
  await expect(projects.ask(stranger, ProjectRaid, { projectId })).rejects.toMatchObject({
    kind: 'not-found',
  });
  await expect(file(dear.entryId, stranger)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(record({}, { version: 0 }, person('sponsor'))).rejects.toMatchObject({ kind: 'forbidden' });
});

test('the matrix of a portfolio counts the risks of all projects together, but none of a confidential one', async () => {
  const portfolio = `Rail ${randomUUID().slice(0, 8)}`;
  const open = {
    ...confidentialProject(manager.personId),
    portfolio,
    programme: 'North',
    isConfidential: false,
  };
  const hidden = { ...confidentialProject(manager.personId), portfolio, programme: 'Secret' };
  for (const project of [open, hidden]) {
    await projects.ask(person('pmo-manager'), RegisterProject, project);
    await projects.ask(manager, ImportPlan, wallPlan(project.projectId, PLAN));
    await record({ projectId: project.projectId });
  }
  const good = { probabilityPercent: 90, impactMinor: '10000', impactDays: 1 };
  await record({ projectId: open.projectId, effect: 'opportunity', inherent: good });
  await record({ projectId: open.projectId, inherent: { ...facts.inherent, impactDays: 0 } });
  const ask = (by: typeof manager, more: Partial<PortfolioRiskMatrix> = {}) =>
    projects.ask(by, PortfolioRiskMatrix, { portfolio, ...more });
  // 40 of ten days with 30 percent: band 2 and the highest impact; a day of ten with 90 percent: 5 and 3.
  const grave = { effect: 'threat' as const, probabilityBand: 2, impactBand: 5 };
  expect(await ask(stranger)).toMatchObject({
    cells: [
      { ...grave, count: 1, zone: 'high' },
      { effect: 'opportunity', probabilityBand: 5, impactBand: 3, count: 1 },
    ],
    standing: 2,
    withoutPlace: 1,
    projectCount: 1,
    projects: [
      {
        code: open.code,
        riskCount: 3,
        highCount: 2,
        exposureMinor: '15000000',
        opportunityMinor: '9000',
        netMinor: '14991000',
      },
    ],
    programmes: ['North'],
    risks: [],
  });
  const seen = await ask(manager, grave);
  expect(seen.cells).toMatchObject([{ ...grave, count: 2 }]);
  expect(seen.programmes).toEqual(['North', 'Secret']);
  expect(seen.risks.map((risk) => risk.projectId).sort()).toEqual([open.projectId, hidden.projectId].sort());
  expect(seen.risks[0]?.heat).toMatchObject({ probabilityBand: 2, impactBand: 5 });
  expect((await ask(manager, { programme: 'Secret' })).standing).toBe(1);
  expect((await ask(stranger, { programme: 'Secret' })).projectCount).toBe(0);
  expect((await ask(stranger, { projectId: hidden.projectId })).cells).toEqual([]);
});

test('a risk hits tasks of the plan that have work of their own', async () => {
  await projects.ask(manager, ImportPlan, wallPlan(projectId, PLAN));
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  const hit = (name: string) => {
    const taskId = tasks.find((task) => task.name === name)?.taskId ?? randomUUID();
    return [{ taskId, lowMinutes: 480, likelyMinutes: 960, highMinutes: 2400 }];
  };
  const { entryId } = await record({ hits: hit('Dig') });
  expect((await file(entryId)).entry.hits).toEqual(hit('Dig'));
  await expect(record({ hits: hit('Build') })).rejects.toMatchObject({
    code: 'projects/raid-hit-needs-work',
  });
  await expect(record({ hits: hit('Paint') })).rejects.toMatchObject({ code: 'projects/task-not-found' });
});

test('an entry of another project is not found here', async () => {
  const { entryId } = await record();
  const other = confidentialProject(manager.personId);
  await projects.ask(person('pmo-manager'), RegisterProject, other);
  projectId = other.projectId;
  await expect(file(entryId)).rejects.toMatchObject({ code: 'projects/raid-not-found' });
  await expect(record({ entryId })).rejects.toMatchObject({ code: 'projects/raid-not-found' });
});
