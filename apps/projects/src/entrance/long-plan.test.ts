import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  ImportPlan,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  ScheduleChanged,
  TasksPlanned,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { chainedPlan, writtenPlan } from './written-plan.js';

const pmo = person('pmo-manager');
/** A busy machine takes its time over five thousand lines. */
const PATIENCE_MS = 120_000;
jest.setTimeout(2 * PATIENCE_MS);

let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

async function adopted(lines: number) {
  const projectId = randomUUID();
  const record = { code: `L-${lines}`, name: 'Long', portfolio: 'Roads', currency: 'EUR', phases: [] };
  await projects.ask(pmo, RegisterProject, { projectId, stage: 'delivery', ...record });
  const contentBase64 = Buffer.from(writtenPlan(chainedPlan(lines))).toString('base64');
  const file = { projectId, fileName: 'long.xml', contentBase64 };
  const report = await projects.ask(pmo, ImportPlan, file, { timeoutMs: PATIENCE_MS });
  return { projectId, report };
}

test('a plan of five thousand lines is adopted and told in parts of 250', async () => {
  const { projectId, report } = await adopted(5000);
  expect(report).toMatchObject({ milestoneCount: 100, read: { tasks: 5000 } });
  const parts = await projects.announced(TasksPlanned, projectId);
  expect(parts.map(({ part, parts: of, tasks }) => [part, of, tasks.length])).toEqual(
    Array.from({ length: 20 }, (_, index) => [index + 1, 20, 250]),
  );
});

test('of a thousand tasks only those that moved are written and told', async () => {
  const { projectId } = await adopted(1000);
  const { tasks } = await projects.ask(pmo, ProjectPlan, { projectId, limit: 1000 });
  const group = new Set(tasks.slice(0, 50).map(({ taskId }) => taskId));
  const [late, milestone] = tasks.slice(48, 50);
  const before = new Set(await writtenRows(projectId));
  const report = { taskId: late?.taskId ?? '', percentComplete: 10, asOf: '2026-12-01' };
  await projects.ask(pmo, ReportProgress, { projectId, ...report, actualStart: '2026-12-01' });
  const [change] = await projects.announced(ScheduleChanged, projectId);
  const told = change?.moved.map(({ taskId }) => taskId) ?? [];
  expect(told).toEqual(expect.arrayContaining([late?.taskId, milestone?.taskId]));
  expect(told.filter((taskId) => !group.has(taskId))).toEqual([]);
  const written = (await writtenRows(projectId)).filter((row) => !before.has(row));
  expect(written.map((row) => row.slice(0, 36)).filter((taskId) => !group.has(taskId))).toEqual([]);
});

/** Each task with the transaction that wrote it last. */
async function writtenRows(projectId: string): Promise<string[]> {
  const rows = await projects.rows<{ row: string }>(
    `SELECT task_id || ' ' || xmin AS row FROM task WHERE project_id = $1::uuid`,
    projectId,
  );
  return rows.map(({ row }) => row);
}
