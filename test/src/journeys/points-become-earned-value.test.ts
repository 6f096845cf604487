import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { openProject } from '../house/open-project.js';
import type { OpenedProject, ProjectPage } from '../house/open-project.js';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';

const START_MS = 180_000;
const JOURNEY_MS = 120_000;
const HEARD_MS = 30_000;

interface Written {
  readonly id: string;
  readonly version: number;
}

let trial: TrialHouse;
let project: OpenedProject;

beforeAll(async () => {
  trial = await startTrialHouse({ keepsStoresRunning: true, say: () => undefined });
  const today = new Date().toISOString().slice(0, 10);
  const wish = { code: 'POINTS', portfolio: 'Trial', tasks: 2, people: ['Tom Jensen'], today };
  project = await openProject(trial, wish);
}, START_MS);

afterAll(() => trial?.end(), START_MS);

const send = (who: string, method: 'POST' | 'PUT', path: string, body: object, version: number) =>
  trial.as(who).command<Written>(method, `/v1/projects/${project.projectId}/${path}`, body, {
    'If-Match': `"${version}"`,
  });

async function recorded(points: number): Promise<string> {
  const item = { title: `Worth ${points}`, kind: 'story', points, taskId: project.tasks[0]?.taskId };
  return (await send('anna.meyer', 'PUT', `backlog/${randomUUID()}`, item, 0)).id;
}

test(
  'five of eight points that a team member finishes earn 62 percent of the budget of their task',
  async () => {
    const items = [await recorded(5), await recorded(3)];
    const day = new Date().toISOString().slice(0, 10);
    const sprint = { goal: 'Points', startsOn: day, endsOn: day };
    const { id: sprintId } = await send('anna.meyer', 'PUT', `sprints/${randomUUID()}`, sprint, 0);
    for (const itemId of items)
      await send('tom.jensen', 'POST', `backlog/${itemId}/moves`, { to: 'committed', sprintId }, 1);
    await send('anna.meyer', 'POST', `sprints/${sprintId}/start`, {}, 1);
    await send('tom.jensen', 'POST', `backlog/${items[0]}/moves`, { to: 'in-progress' }, 2);
    await send('tom.jensen', 'POST', `backlog/${items[0]}/moves`, { to: 'done' }, 3);
    // Half up, as every earned amount of a task.
    const earned = (project.budgetsMinor[0]! * 62n + 50n) / 100n;
    await eventually(
      async () => {
        const page = await trial.as('anna.meyer').get<ProjectPage>(`/v1/projects/${project.projectId}`);
        expect(page.money?.evMinor).toBe(earned.toString());
      },
      { timeoutMs: HEARD_MS },
    );
  },
  JOURNEY_MS,
);
