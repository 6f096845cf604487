import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  ExportCalendar,
  ExportPlan,
  ImportPlan,
  PreviewPlan,
  ProjectPlan,
  RegisterProject,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { writtenPlan, type WrittenTask } from './written-plan.js';

const TASKS: readonly WrittenTask[] = [
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 5 },
  { uid: 3, name: 'Pour', level: 2, days: 5, after: [2], people: ['Ada'] },
  { uid: 4, name: 'Walls stand', level: 2, days: 0, after: [3] },
];
const manager = person('project-manager', 'Grace Hopper');
const reader = person('sponsor');
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

function file(tasks: readonly WrittenTask[]) {
  const contentBase64 = Buffer.from(writtenPlan(tasks)).toString('base64');
  return { projectId, fileName: 'wall.xml', contentBase64 };
}

function preview(tasks: readonly WrittenTask[], by = manager) {
  return projects.ask(by, PreviewPlan, file(tasks));
}

test('the first file of a project only adds', async () => {
  const differences = await preview(TASKS);
  expect(differences).toMatchObject({
    planVersion: 0,
    isSame: false,
    finish: '2026-03-13',
    addedCount: 4,
    removedCount: 0,
    linksCount: 2,
  });
  expect(differences.finishBefore).toBeUndefined();
  expect(differences.added.map(({ name }) => name)).toEqual(['Build', 'Dig', 'Pour', 'Walls stand']);
});

test('what a file would change is told before it is imported, and nothing is written', async () => {
  await projects.ask(manager, ImportPlan, file(TASKS));
  const incoming: readonly WrittenTask[] = [
    { uid: 1, name: 'Build', isSummary: true },
    { uid: 2, name: 'Dig deeper', level: 2, days: 7 },
    { uid: 3, name: 'Pour', level: 2, days: 5, people: ['Ada'] },
    { uid: 5, name: 'Paint', level: 2, days: 1, after: [3] },
  ];
  expect(await preview(incoming)).toMatchObject({
    planVersion: 1,
    isSame: false,
    finishBefore: '2026-03-13',
    finish: '2026-03-10',
    added: [{ name: 'Paint' }],
    removed: [{ name: 'Walls stand', percentComplete: 0 }],
    renamed: [{ name: 'Dig deeper', nameBefore: 'Dig' }],
    changed: [{ name: 'Dig deeper', changes: [{ field: 'durationMinutes', before: '2400', after: '3360' }] }],
    shifted: [
      { name: 'Build', finishBefore: '2026-03-13', finish: '2026-03-10', finishDays: -3 },
      { name: 'Dig deeper', finishBefore: '2026-03-06', finish: '2026-03-10', finishDays: 4 },
      { name: 'Pour', startBefore: '2026-03-09', start: '2026-03-02', finishDays: -7 },
    ],
    links: [
      { from: 'Pour', to: 'Paint', kind: 'FS', change: 'added' },
      { from: 'Dig deeper', to: 'Pour', kind: 'FS', change: 'removed' },
      { from: 'Pour', to: 'Walls stand', kind: 'FS', change: 'removed' },
    ],
  });
  const { planVersion, finish } = await projects.ask(manager, ProjectPlan, { projectId });
  expect({ planVersion, finish }).toEqual({ planVersion: 1, finish: '2026-03-13' });
  expect(await preview(TASKS)).toMatchObject({ isSame: true, changedCount: 0, shiftedCount: 0 });
});

test('a file that cannot be read is refused as it would be on import', async () => {
  const contentBase64 = Buffer.from('<html>').toString('base64');
  const broken = { projectId, fileName: 'wall.xml', contentBase64 };
  await expect(projects.ask(manager, PreviewPlan, broken)).rejects.toMatchObject({
    code: expect.stringMatching(/^projects\/plan-file-/),
  });
});

test('files are for who manages the project: others neither preview nor export', async () => {
  await projects.ask(manager, ImportPlan, file(TASKS));
  await expect(preview(TASKS, reader)).rejects.toMatchObject({ code: 'access/not-your-project' });
  await expect(projects.ask(reader, ExportPlan, { projectId, format: 'mspdi' })).rejects.toMatchObject({
    code: 'access/not-your-project',
  });
  await expect(projects.ask(person('team-member'), ExportCalendar, { projectId })).rejects.toMatchObject({
    code: 'access/project-not-found',
  });
});

test.each(['mspdi', 'pmxml', 'csv'] as const)(
  'a plan written as %s is the same when it comes back',
  async (format) => {
    await projects.ask(manager, ImportPlan, file(TASKS));
    const { content, fileName } = await projects.ask(manager, ExportPlan, { projectId, format });
    const again = { projectId, fileName, contentBase64: Buffer.from(content).toString('base64') };
    const differences = await projects.ask(manager, PreviewPlan, again);
    expect(differences).toMatchObject({ finishBefore: '2026-03-13', finish: '2026-03-13', shiftedCount: 0 });
  },
);

test('figures that no column holds are gaps of the plan, and the plan is adopted', async () => {
  const beyond =
    '<Duration>PT999999999H0M0S</Duration><Work>PT33333333H0M0S</Work><Start>9999-01-01T08:00:00</Start>';
  const plan = writtenPlan(TASKS)
    .replace('<Duration>PT40H0M0S</Duration>', beyond)
    .replace('<LinkLag>0</LinkLag>', '<LinkLag>999999999999</LinkLag>')
    .replace('<Units>1</Units>', '<Units>5000000</Units>')
    .replace('</Tasks>', '<Task><UID>4294967296</UID><Name>Lost</Name></Task></Tasks>');
  const contentBase64 = Buffer.from(plan).toString('base64');
  const report = await projects.ask(manager, ImportPlan, { projectId, fileName: 'wall.xml', contentBase64 });
  expect(report).toMatchObject({ planVersion: 1, start: '2026-03-02' });
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  expect(tasks.map(({ name }) => name)).toEqual(['Build', 'Dig', 'Pour', 'Walls stand']);
  expect(tasks[1]).toMatchObject({ durationMinutes: 0 });
});

test('a split task that went out and came in again is the same', async () => {
  const day = (of: number, hours: number) =>
    `<TimephasedData><Type>1</Type><UID>1</UID><Start>2026-03-1${of}T08:00:00</Start><Finish>2026-03-1${of}T17:00:00</Finish><Unit>2</Unit><Value>PT${hours}H0M0S</Value></TimephasedData>`;
  const split = ['<Work>PT8H0M0S</Work>', day(0, 8), day(1, 0), day(2, 8)].join('');
  const plan = writtenPlan(TASKS)
    .replace('<Name>Pour</Name>', '<Name>Pour</Name><Start>2026-03-09T08:00:00</Start>')
    .replace('<Work>PT8H0M0S</Work>', split);
  const import_ = (content: string) => ({
    projectId,
    fileName: 'wall.xml',
    contentBase64: Buffer.from(content).toString('base64'),
  });
  await projects.ask(manager, ImportPlan, import_(plan));
  const before = await projects.ask(manager, ProjectPlan, { projectId });
  expect(before.finish).toBe('2026-03-16');
  const { content } = await projects.ask(manager, ExportPlan, { projectId, format: 'mspdi' });
  expect(await projects.ask(manager, PreviewPlan, import_(content))).toMatchObject({
    finish: '2026-03-16',
    changedCount: 0,
    shiftedCount: 0,
  });
});

test('the calendar shows milestones, tasks when asked for, and says what it does not show', async () => {
  await projects.ask(manager, ImportPlan, file(TASKS));
  const milestones = await projects.ask(reader, ExportCalendar, { projectId });
  expect(milestones.fileName).toMatch(/^W-.*\.ics$/);
  expect(milestones.mediaType).toBe('text/calendar; charset=utf-8');
  expect(milestones.content.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Walls stand']);
  expect(milestones.content).toContain('DTSTART;VALUE=DATE:20260313');
  expect(milestones.losses.map(({ count }) => count)).toEqual([3, 2]);
  const all = await projects.ask(reader, ExportCalendar, { projectId, contents: 'milestones-and-tasks' });
  expect(all.content.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Dig', 'SUMMARY:Pour', 'SUMMARY:Walls stand']);
});

test('a project without a plan has nothing to write', async () => {
  await expect(projects.ask(manager, ExportCalendar, { projectId: randomUUID() })).rejects.toMatchObject({
    code: 'access/project-not-found',
  });
  await expect(projects.ask(manager, ExportPlan, { projectId, format: 'csv' })).rejects.toMatchObject({
    code: 'projects/no-plan',
  });
});
