import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BusinessCaseRecorded, PortfolioChangeOrdered } from '@meridian/contracts-budgeting';
import {
  PortfolioChangeSettled,
  ProjectLifecycle,
  ProjectRecord,
  ProjectStopped,
  RegisterProject,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';

const pmo = person('pmo-manager', 'Anna Meyer');
const sam = person('sponsor', 'Sam Rossi');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

/** A candidate of 2027 with all that an approval asks for. */
async function candidate(more: Partial<RegisterProject> = {}): Promise<string> {
  const project = confidentialProject(manager.personId);
  const { projectId } = project;
  const sponsor = { sponsorPersonId: sam.personId, sponsorName: sam.name };
  const dates = { start: '2027-01-01', finish: '2027-12-31' };
  await projects.ask(pmo, RegisterProject, {
    ...project,
    managerName: manager.name,
    ...sponsor,
    ...dates,
    stage: 'candidate',
    ...more,
  });
  return projectId;
}
const businessCase = (projectId: string) =>
  projects.hears(BusinessCaseRecorded, {
    projectId,
    version: 1,
    summary: 'One bridge instead of two ferries',
    currency: 'EUR',
    npvMinor: '100',
    irrState: 'none',
    irrRates: [],
  });
async function ordered(projectId: string, change: Partial<PortfolioChangeOrdered>) {
  const order = {
    projectId,
    scenarioId: randomUUID(),
    candidateId: 'A',
    change: 'begin' as const,
    decision: 'Portfolio board, 30 November',
    orderedBy: sam.personId,
    orderedByName: sam.name,
    ...change,
  };
  await projects.hears(PortfolioChangeOrdered, order);
  const all = await projects.announced(PortfolioChangeSettled, projectId);
  return all.filter(({ scenarioId }) => scenarioId === order.scenarioId);
}
const stageOf = async (projectId: string) => (await projects.ask(pmo, ProjectRecord, { projectId })).stage;

test('a candidate that is chosen is approved by the decision, and starts in its period', async () => {
  const projectId = await candidate();
  await businessCase(projectId);
  const begin = { startsIn: '2027-Q2', startsOn: '2027-04-01' };
  expect(await ordered(projectId, begin)).toMatchObject([
    { outcome: 'applied', settled: 'It is approved. It starts on 2027-04-01.' },
  ]);
  expect(await projects.ask(pmo, ProjectRecord, { projectId })).toMatchObject({
    stage: 'approved',
    start: '2027-04-01',
    finish: '2028-03-30',
  });
  const { transitions } = await projects.ask(pmo, ProjectLifecycle, { projectId });
  expect(transitions.at(-1)).toMatchObject({
    to: 'approved',
    reason: 'Portfolio decision for 2027-Q2: Portfolio board, 30 November',
  });
  expect(await ordered(projectId, {})).toMatchObject([
    { outcome: 'applied', settled: 'It was approved already.' },
  ]);
});

test('what the life of a project does not allow is refused with its reason, and changes nothing', async () => {
  const projectId = await candidate();
  const [settled] = await ordered(projectId, {});
  expect(settled?.outcome).toBe('refused');
  expect(settled?.settled).toContain('no business case');
  expect(await stageOf(projectId)).toBe('candidate');
  expect(await ordered(randomUUID(), {})).toMatchObject([{ outcome: 'refused' }]);
});

test('a project that is taken out is stopped, once; one that has begun is not moved', async () => {
  const projectId = await candidate({ stage: 'delivery' });
  expect(
    await ordered(projectId, { change: 'move', startsIn: '2028', startsOn: '2028-01-01' }),
  ).toMatchObject([{ outcome: 'refused' }]);
  expect(await ordered(projectId, { change: 'stop' })).toMatchObject([
    { outcome: 'applied', settled: 'It is stopped and being closed.' },
  ]);
  expect(await stageOf(projectId)).toBe('closing');
  expect(await projects.announced(ProjectStopped, projectId)).toMatchObject([
    { reasonCode: 'other', evidence: 'Portfolio board, 30 November' },
  ]);
  expect(await ordered(projectId, { change: 'stop' })).toMatchObject([{ outcome: 'refused' }]);
});

test('a candidate is moved with its finish', async () => {
  const projectId = await candidate();
  const move = { change: 'move' as const, startsIn: '2027-H2', startsOn: '2027-07-01' };
  expect(await ordered(projectId, move)).toMatchObject([{ settled: 'It starts on 2027-07-01.' }]);
  expect(await projects.ask(pmo, ProjectRecord, { projectId })).toMatchObject({ finish: '2028-06-29' });
});
