import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MilestoneRecorded, MilestoneWithdrawn } from '@meridian/contracts-projects';
import {
  AcceptMilestone,
  ClosingQualityAnswered,
  DecideCheck,
  ProjectQuality,
} from '@meridian/contracts-quality';
import { ServiceUnderTest } from '@meridian/testing';
import { anna, ClosingProject } from './closing-project.js';

let quality: ServiceUnderTest;

beforeAll(async () => {
  quality = await ServiceUnderTest.start('quality');
});
afterAll(() => quality?.end());

async function milestone({ projectId }: ClosingProject, name: string): Promise<string> {
  const milestoneId = randomUUID();
  await quality.hears(MilestoneRecorded, {
    projectId,
    milestoneId,
    version: 1,
    name,
    forecastOn: '2026-11-20',
    isDone: true,
    sharedWith: [],
  });
  return milestoneId;
}

async function accept({ projectId }: ClosingProject, milestoneId: string): Promise<void> {
  const { milestones } = await quality.ask(anna, ProjectQuality, { projectId });
  const checks = milestones.find((one) => one.milestoneId === milestoneId)?.checks ?? [];
  for (const { checkId } of checks) {
    await quality.ask(anna, DecideCheck, { checkId, state: 'passed', evidence: 'Protocol 7' });
  }
  await quality.ask(anna, AcceptMilestone, { projectId, milestoneId });
}

function answers({ projectId }: ClosingProject) {
  return quality.announced(ClosingQualityAnswered, projectId);
}

test('a closing project hears what is not accepted, and again as it is accepted, until it is clear', async () => {
  const project = new ClosingProject(quality);
  await project.record('delivery');
  const [first, second] = [await milestone(project, 'Built'), await milestone(project, 'In use')];
  await accept(project, first);
  expect(await answers(project)).toEqual([]);

  const closingId = await project.start();
  await project.start(closingId);
  const asked = await answers(project);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ closingId, verdict: 'open' });
  expect(asked[0]?.items.filter(({ kind }) => kind === 'milestone')).toEqual([
    { kind: 'milestone', name: 'In use', itemId: second, detail: 'Due 2026-11-20, not accepted' },
  ]);
  expect(asked[0]?.items).toContainEqual(expect.objectContaining({ kind: 'check', detail: 'In use: open' }));

  await accept(project, second);
  const told = await answers(project);
  expect(told.at(-1)).toEqual({
    projectId: project.projectId,
    closingId,
    verdict: 'clear',
    openCount: 0,
    items: [],
  });
  await milestone(project, 'Found late');
  expect((await answers(project)).at(-1)).toMatchObject({ verdict: 'open' });
});

test('a milestone that is planned no more is not asked for; after the end nothing is told any more', async () => {
  const project = new ClosingProject(quality);
  await project.record('closing');
  const { projectId } = project;
  const milestoneId = await milestone(project, 'Built');
  const closingId = await project.start();
  await quality.hears(MilestoneWithdrawn, { projectId, milestoneId, name: 'Built', planVersion: 2 });
  expect((await answers(project)).map(({ verdict }) => verdict)).toEqual(['open', 'clear']);
  await project.end(closingId);
  await milestone(project, 'Too late');
  expect(await answers(project)).toHaveLength(2);
});

test('a stopped project has nothing more to deliver', async () => {
  const project = new ClosingProject(quality);
  await project.record('closing');
  await milestone(project, 'Never built');
  await project.start(randomUUID(), true);
  expect(await answers(project)).toMatchObject([{ verdict: 'clear' }]);
});

test('of a project that is not known yet nothing is said until it is', async () => {
  const project = new ClosingProject(quality);
  await project.start();
  expect(await answers(project)).toEqual([]);
  await project.record('closing');
  expect(await answers(project)).toMatchObject([{ verdict: 'clear' }]);
});
