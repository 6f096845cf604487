import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ProjectRecorded } from '@meridian/contracts-projects';
import { PortfolioHealth } from '@meridian/contracts-reporting';
import { person, ServiceUnderTest } from '@meridian/testing';

const anna = person('pmo-manager', 'Anna');
let reporting: ServiceUnderTest;

beforeAll(async () => {
  reporting = await ServiceUnderTest.start('reporting');
}, 120_000);
afterAll(() => reporting.end());

async function recorded(stage: ProjectRecorded['stage'], version = 1, projectId = randomUUID()) {
  await reporting.hears(ProjectRecorded, {
    projectId,
    version,
    code: `P-${projectId.slice(0, 8)}`,
    name: `Project ${projectId}`,
    portfolio: 'Roads',
    currency: 'EUR',
    stage,
    isConfidential: false,
    phases: [],
  });
  return projectId;
}

test('ideas, proposals and candidates are the pipeline, and projects from the approval on', async () => {
  const idea = await recorded('idea');
  await recorded('idea');
  await recorded('candidate');
  const project = await recorded('delivery');
  const health = await reporting.ask(anna, PortfolioHealth, {});
  expect(health).toMatchObject({ projects: 1, unknown: 1, lines: [{ projectId: project }] });
  expect(health.pipeline).toEqual([
    { stage: 'idea', projects: 2 },
    { stage: 'proposal', projects: 0 },
    { stage: 'candidate', projects: 1 },
  ]);
  await recorded('approved', 2, idea);
  const later = await reporting.ask(anna, PortfolioHealth, { portfolio: 'Roads' });
  expect(later.projects).toBe(2);
  expect(later.pipeline?.[0]).toEqual({ stage: 'idea', projects: 1 });
});
