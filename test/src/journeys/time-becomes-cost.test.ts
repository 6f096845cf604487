import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LabourCostFigures, WaitingTimeList } from '@meridian/contracts-budgeting';
import { eventually } from '@meridian/testing';
import { openProject } from '../house/open-project.js';
import type { OpenedProject } from '../house/open-project.js';
import { mondayBefore } from '../house/small-plan.js';
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
let weekStart: string;

beforeAll(async () => {
  trial = await startTrialHouse({ keepsStoresRunning: true, say: () => undefined });
  const today = new Date().toISOString().slice(0, 10);
  weekStart = mondayBefore(today, 1);
  const wish = { code: 'TIME', portfolio: 'Trial', tasks: 2, people: ['Tom Jensen'], today };
  project = await openProject(trial, wish);
  await trial.as('lea.chen').command('POST', '/v1/people', {
    employeeNumber: 'E-1007',
    name: 'Tom Jensen',
    role: 'Engineer',
    orgUnit: 'IT',
    ftePercent: 100,
    employedFrom: '2020-01-06',
  });
}, START_MS);

afterAll(() => trial?.end(), START_MS);

const send = (who: string, method: 'POST' | 'PUT', path: string, body: object, version: number) =>
  trial.as(who).command<Written>(method, path, body, { 'If-Match': `"${version}"` });

/** A week with one line on the project, handed in and approved. */
async function approved(minutes: number, version: number): Promise<number> {
  const lines = [{ day: weekStart, projectId: project.projectId, taskId: project.tasks[0]?.taskId, minutes }];
  const sheet = await send('tom.jensen', 'PUT', '/v1/timesheet', { weekStart, lines }, version);
  const path = '/v1/timesheet/submission';
  const submitted = await send('tom.jensen', 'POST', path, { weekStart }, sheet.version);
  const decision = `/v1/timesheets/${sheet.id}/decision`;
  return (await send('lea.chen', 'POST', decision, { outcome: 'approved' }, submitted.version)).version;
}

const labourOf = (who: string) =>
  trial.as(who).get<LabourCostFigures>(`/v1/projects/${project.projectId}/labour-cost`);

test(
  'a week that is approved waits for a rate, is cost with it, and is masked for who may not see rates',
  async () => {
    await eventually(() => approved(450, 0), { timeoutMs: HEARD_MS });
    await eventually(
      async () => {
        const path = `/v1/waiting-time?projectId=${project.projectId}`;
        const { waiting } = await trial.as('anna.meyer').get<WaitingTimeList>(path);
        expect(waiting).toMatchObject([{ reason: 'no-rate', entries: 1, minutes: 450 }]);
      },
      { timeoutMs: HEARD_MS },
    );
    const rate = { role: 'Engineer', validFrom: '2020-01-01', perHourMinor: '10000', currency: 'EUR' };
    const path = `/v1/labour-rates/${randomUUID()}`;
    await send('anna.meyer', 'PUT', path, { ...rate, decision: 'Rate card' }, 0);
    expect(await labourOf('anna.meyer')).toMatchObject({
      isMasked: false,
      amountMinor: '75000',
      minutes: 450,
    });
    expect(await labourOf('tom.jensen')).toMatchObject({ isMasked: true, people: 0 });
  },
  JOURNEY_MS,
);
