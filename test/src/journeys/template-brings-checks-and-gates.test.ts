import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProjectFromTemplate } from '@meridian/contracts-projects';
import { eventually } from '@meridian/testing';
import { openProject } from '../house/open-project.js';
import type { ProjectPage } from '../house/open-project.js';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';

const START_MS = 180_000;
const JOURNEY_MS = 120_000;
const HEARD_MS = 30_000;
const TITLE = 'Cut-over rehearsed';

let trial: TrialHouse;
let sourceId: string;

beforeAll(async () => {
  trial = await startTrialHouse({ keepsStoresRunning: true, say: () => undefined });
  const today = new Date().toISOString().slice(0, 10);
  const wish = { code: 'SITE-0', portfolio: 'Trial', tasks: 3, people: ['Site lead'], today };
  ({ projectId: sourceId } = await openProject(trial, wish));
}, START_MS);

afterAll(() => trial?.end(), START_MS);

const anna = () => trial.as('anna.meyer');

function page(projectId: string): Promise<ProjectPage> {
  return anna().get<ProjectPage>(`/v1/projects/${projectId}`);
}

function heard<T>(check: () => Promise<T>): Promise<T> {
  return eventually(check, { timeoutMs: HEARD_MS });
}

/** The plan of the source gets a check and a named gate of its own. */
async function finishSource(): Promise<void> {
  const milestoneId = await heard(async () => {
    const { quality } = await page(sourceId);
    expect(quality?.milestones).toHaveLength(1);
    return quality!.milestones[0]!.milestoneId;
  });
  const check = { title: TITLE, isMandatory: true };
  await anna().command('POST', `/v1/projects/${sourceId}/milestones/${milestoneId}/checks`, check);
  const gate = { name: 'Go live', phaseId: 'build', order: 1, milestoneIds: [milestoneId] };
  await anna().command('POST', `/v1/projects/${sourceId}/gates`, gate);
}

interface TemplateRead {
  readonly tasks: readonly { readonly checks: readonly { readonly title: string }[] }[];
  readonly gates: readonly { readonly name: string }[];
}

/** The next version of a template, with what projects has heard of checks and gates by now. */
async function save(templateId: string, version: number): Promise<TemplateRead> {
  const template = { projectId: sourceId, name: 'Site roll-out', purpose: 'One site goes live.', roles: [] };
  const path = `/v1/templates/${templateId}`;
  await anna().command('PUT', path, template, { 'If-Match': `"${version}"` });
  return anna().get<TemplateRead>(path);
}

test(
  'a project from a template has the checks, the gate and the open roles of the project it was saved from',
  async () => {
    await finishSource();
    const templateId = randomUUID();
    let version = 0;
    await heard(async () => {
      const { tasks, gates } = await save(templateId, version++);
      expect(tasks.flatMap(({ checks }) => checks.map(({ title }) => title))).toContain(TITLE);
      expect(gates).toMatchObject([{ name: 'Go live' }]);
    });

    const made = await anna().command<ProjectFromTemplate>('POST', `/v1/templates/${templateId}/projects`, {
      code: 'SITE-1',
      name: 'Cork goes live',
      portfolio: 'Trial',
      stage: 'approved',
      currency: 'GBP',
      start: '2027-01-04',
    });
    expect(made).toMatchObject({ start: '2027-01-04', finish: '2027-01-22', taskCount: 4 });
    await heard(async () => {
      const { quality, governance, people } = await page(made.id);
      const [milestone] = quality?.milestones ?? [];
      const titles = milestone?.checks.map(({ title }) => title) ?? [];
      expect(titles).toContain(TITLE);
      expect(new Set(titles).size).toBe(titles.length);
      expect(governance?.gates).toMatchObject([{ name: 'Go live', phaseId: 'build' }]);
      expect(people?.bookings).toHaveLength(3);
    });
  },
  JOURNEY_MS,
);
