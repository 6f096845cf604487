import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ChecksPlanned, MilestoneRecorded, ProjectRecorded } from '@meridian/contracts-projects';
import { CheckRecorded, MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { ServiceUnderTest } from '@meridian/testing';

let quality: ServiceUnderTest;

beforeAll(async () => {
  quality = await ServiceUnderTest.start('quality');
});
afterAll(() => quality.end());

async function milestone(): Promise<{ projectId: string; milestoneId: string }> {
  const ids = { projectId: randomUUID(), milestoneId: randomUUID() };
  const project = {
    name: 'Cork goes live',
    portfolio: 'Plants',
    stage: 'approved',
    currency: 'EUR',
  } as const;
  const code = ids.projectId.slice(0, 8);
  await quality.hears(ProjectRecorded, {
    projectId: ids.projectId,
    version: 1,
    code,
    ...project,
    phases: [],
    isConfidential: false,
  });
  const facts = { name: 'Ready to cut over', forecastOn: '2026-06-12', isDone: false, sharedWith: [] };
  await quality.hears(MilestoneRecorded, { ...ids, version: 1, ...facts });
  return ids;
}

function planned(
  { projectId, milestoneId }: { readonly projectId: string; readonly milestoneId: string },
  titles: readonly string[],
): ChecksPlanned {
  const checks = titles.map((title) => ({ milestoneId, title, isMandatory: true }));
  return { projectId, templateId: randomUUID(), templateVersion: 1, part: 1, parts: 1, checks };
}

async function titlesOf(projectId: string): Promise<string[]> {
  return (await quality.announced(CheckRecorded, projectId)).map(({ title }) => title);
}

test('a milestone gets the checks of its template beside the standard ones, and is less ready for it', async () => {
  const ids = await milestone();
  const standard = await titlesOf(ids.projectId);
  const before = (await quality.announced(MilestoneReadinessChanged, ids.projectId)).at(-1)!;
  await quality.hears(ChecksPlanned, planned(ids, ['Rehearsal signed off', 'Key users trained']));
  expect(await titlesOf(ids.projectId)).toEqual([...standard, 'Rehearsal signed off', 'Key users trained']);
  const after = (await quality.announced(MilestoneReadinessChanged, ids.projectId)).at(-1)!;
  expect(after.openMandatory).toBe(before.openMandatory + 2);
});

test('a check that is there already is not added again, whoever brought it', async () => {
  const ids = await milestone();
  const standard = await titlesOf(ids.projectId);
  await quality.hears(ChecksPlanned, planned(ids, [standard[0]!, 'Rehearsal signed off']));
  await quality.hears(ChecksPlanned, planned(ids, ['Rehearsal signed off']));
  expect(await titlesOf(ids.projectId)).toEqual([...standard, 'Rehearsal signed off']);
});

test('checks of a milestone that is not there change nothing', async () => {
  const ids = { projectId: randomUUID(), milestoneId: randomUUID() };
  await quality.hears(ChecksPlanned, planned(ids, ['Rehearsal signed off']));
  expect(await titlesOf(ids.projectId)).toEqual([]);
});
