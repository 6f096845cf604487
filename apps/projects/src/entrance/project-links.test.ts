import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EarnedValueChanged } from '@meridian/contracts-budgeting';
import {
  FloatAcrossProjects,
  ImportPlan,
  LinkProjects,
  ProjectLinks,
  ProjectPlan,
  RegisterProject,
  RemoveProjectLink,
  ReportProgress,
  RippleOfSlip,
  ScheduleChanged,
  WhyThisDate,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { writtenPlan, type WrittenTask } from './written-plan.js';

/** Dig ends on Friday 2026-03-06 with Handover; Finish waits for nobody yet. */
const GIVING: readonly WrittenTask[] = [
  { uid: 1, name: 'Dig', days: 5 },
  { uid: 2, name: 'Handover', days: 0, after: [1] },
  { uid: 3, name: 'Finish', days: 1 },
];
const WAITING: readonly WrittenTask[] = [
  { uid: 1, name: 'Pour', days: 5 },
  { uid: 2, name: 'Paint', days: 1, after: [1] },
  { uid: 3, name: 'Works', isSummary: true },
  { uid: 4, name: 'Fence', level: 2, days: 1 },
];
const pmo = person('pmo-manager', 'Anna');
const giverOwner = person('project-manager', 'Ada Byron');
const owner = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let giving: Planned;
let waiting: Planned;

interface Planned {
  readonly projectId: string;
  readonly code: string;
  readonly ids: ReadonlyMap<string, string>;
}

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  giving = await planned('GIVE', GIVING, { managerPersonId: giverOwner.personId });
  waiting = await planned('WAIT', WAITING, { managerPersonId: owner.personId });
});

async function planned(
  name: string,
  tasks: readonly WrittenTask[],
  more: Partial<RegisterProject>,
): Promise<Planned> {
  const projectId = randomUUID();
  const code = `${name}-${projectId.slice(0, 8)}`;
  const record = { projectId, code, name: `Project ${name}`, portfolio: 'Roads', currency: 'EUR' };
  await projects.ask(pmo, RegisterProject, { ...record, stage: 'delivery', phases: [], ...more });
  await importPlan(projectId, tasks);
  const plan = await projects.ask(pmo, ProjectPlan, { projectId });
  return { projectId, code, ids: new Map(plan.tasks.map((task) => [task.name, task.taskId])) };
}

function importPlan(projectId: string, tasks: readonly WrittenTask[]) {
  const contentBase64 = Buffer.from(writtenPlan(tasks)).toString('base64');
  return projects.ask(pmo, ImportPlan, { projectId, fileName: 'plan.xml', contentBase64 });
}

function id({ ids }: Planned, task: string): string {
  return ids.get(task) ?? randomUUID();
}

/** The task of one project waits for the task of another. */
function link(
  to: readonly [Planned, string],
  from: readonly [Planned, string],
  more: Partial<LinkProjects> = {},
  by = owner,
) {
  return projects.ask(by, LinkProjects, {
    projectId: to[0].projectId,
    taskId: id(...to),
    fromProjectId: from[0].projectId,
    fromTaskId: id(...from),
    kind: 'FS',
    ...more,
  });
}

async function starts({ projectId }: Planned): Promise<Record<string, string>> {
  const { tasks } = await projects.ask(pmo, ProjectPlan, { projectId });
  return Object.fromEntries(tasks.map(({ name, start }) => [name, start.slice(0, 10)]));
}

async function lastChange({ projectId }: Planned) {
  return (await projects.announced(ScheduleChanged, projectId)).at(-1);
}

/** Dig begins a week late. */
function slip() {
  const late = { percentComplete: 10, asOf: '2026-03-09', actualStart: '2026-03-09' };
  return projects.ask(giverOwner, ReportProgress, {
    projectId: giving.projectId,
    taskId: id(giving, 'Dig'),
    ...late,
  });
}

function hide({ projectId }: Planned) {
  return projects.rows('UPDATE project SET is_confidential = true WHERE project_id = $1::uuid', projectId);
}

describe('float in the network of all projects', () => {
  const ask = (by = pmo) => projects.ask(by, FloatAcrossProjects, { projectId: giving.projectId });

  test('is what the projects that wait leave, with what may not be later', async () => {
    expect((await ask()).tasks).toEqual([]);
    await link([waiting, 'Pour'], [giving, 'Finish'], { lagMinutes: 480 });
    await link([waiting, 'Fence'], [giving, 'Finish'], { kind: 'SS' });
    expect((await ask()).tasks).toEqual([
      {
        taskId: id(giving, 'Finish'),
        ownFloatMinutes: 1920,
        floatMinutes: 0,
        limitName: 'Project WAIT',
        limitProjectId: waiting.projectId,
        limitTaskId: id(waiting, 'Paint'),
        limitTaskName: 'Paint',
        limitBy: 'project-finish',
        limitOn: '2026-03-11',
        waitingTaskName: 'Pour',
        sentence:
          'It may not slip without moving "Paint" of Project WAIT, which may finish with its project on 2026-03-11 17:00.',
      },
    ]);
    expect((await projects.ask(pmo, FloatAcrossProjects, { projectId: waiting.projectId })).tasks).toEqual(
      [],
    );
  });

  test('does not name a project to who may not see it', async () => {
    await link([waiting, 'Pour'], [giving, 'Finish']);
    await hide(waiting);
    const [line] = (await ask(giverOwner)).tasks;
    expect(line).toEqual({
      taskId: id(giving, 'Finish'),
      ownFloatMinutes: 1920,
      floatMinutes: 0,
      limitName: 'a confidential project',
      sentence: 'It may not slip without moving what a confidential project may not have later.',
    });
  });
});

describe('a link between projects', () => {
  test('puts a task after the one of the other project, and names it as the driver', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    expect(await starts(waiting)).toMatchObject({ Pour: '2026-03-09', Paint: '2026-03-16' });
    const change = await lastChange(waiting);
    expect(change?.occasion).toEqual({
      kind: 'project-link-made',
      projectId: giving.projectId,
      sentence: '"Pour" waits for a task of another project.',
    });
    const driver = change?.moved.find(({ taskId }) => taskId === id(waiting, 'Pour'))?.driver;
    expect(driver).toEqual({
      kind: 'link',
      taskId: id(giving, 'Handover'),
      projectId: giving.projectId,
      sentence: 'It waits for a task of another project.',
    });
  });

  test.each([
    ['SS', 480, '2026-03-03'],
    ['FF', 0, '2026-03-02'],
    ['FF', 480, '2026-03-03'],
    ['FS', -960, '2026-03-05'],
  ] as const)('%s with %i minutes starts Pour on %s', async (kind, lagMinutes, start) => {
    await link([waiting, 'Pour'], [giving, 'Dig'], { kind, lagMinutes });
    expect((await starts(waiting))['Pour']).toBe(start);
  });

  test('follows a date of the other project in the same moment, as far as others wait in turn', async () => {
    const third = await planned('THIRD', WAITING, { managerPersonId: owner.personId });
    await link([waiting, 'Pour'], [giving, 'Handover']);
    await link([third, 'Pour'], [waiting, 'Paint']);
    await slip();
    expect(await starts(waiting)).toMatchObject({ Pour: '2026-03-16', Paint: '2026-03-23' });
    expect(await starts(third)).toMatchObject({ Pour: '2026-03-24' });
    expect((await lastChange(waiting))?.occasion).toEqual({
      kind: 'linked-project',
      projectId: giving.projectId,
      sentence: 'A date moved that the plan waits for in another project.',
    });
  });

  test('goes there and back: what waits in both directions settles', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    await link([giving, 'Finish'], [waiting, 'Paint'], {}, giverOwner);
    expect((await starts(giving))['Finish']).toBe('2026-03-17');
    await slip();
    expect((await starts(giving))['Finish']).toBe('2026-03-24');
  });

  test('follows a new file of the other project, and holds nothing when its task is gone', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    await importPlan(giving.projectId, [{ uid: 1, name: 'Dig', days: 7 }, ...GIVING.slice(1)]);
    expect((await starts(waiting))['Pour']).toBe('2026-03-11');
    await importPlan(giving.projectId, [{ uid: 9, name: 'Other', days: 1 }]);
    expect((await starts(waiting))['Pour']).toBe('2026-03-02');
    const { links } = await projects.ask(owner, ProjectLinks, { projectId: waiting.projectId });
    expect(links).toMatchObject([{ direction: 'waits', taskName: 'Pour', isHeld: false }]);
  });

  test('tells both sides their dates and how far the given one may move', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    await link([waiting, 'Paint'], [giving, 'Finish'], { lagMinutes: 480 });
    const seen = (of: Planned) => projects.ask(pmo, ProjectLinks, { projectId: of.projectId });
    // Handover on Friday evening, Pour on Monday morning: not a minute between them.
    expect((await seen(waiting)).links).toMatchObject([
      { direction: 'waits', ownOn: '2026-03-09', otherOn: '2026-03-06', slackMinutes: 0 },
      // Finish is done on Monday, from Wednesday on Paint could begin: it begins on Monday two weeks on.
      { ownOn: '2026-03-16', otherOn: '2026-03-02', slackMinutes: 8 * 480, floatMinutes: 0 },
    ]);
    expect((await seen(giving)).links).toMatchObject([
      { direction: 'gives', ownOn: '2026-03-06', otherOn: '2026-03-09', slackMinutes: 0 },
      { direction: 'gives', ownOn: '2026-03-02', otherOn: '2026-03-16', slackMinutes: 8 * 480 },
    ]);
  });

  test('outlives a new file of the project that waits', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    await importPlan(waiting.projectId, [...WAITING, { uid: 5, name: 'New', days: 1 }]);
    expect((await starts(waiting))['Pour']).toBe('2026-03-09');
  });

  test('is removed on the version that was seen, once', async () => {
    const { id: linkId } = await link([waiting, 'Pour'], [giving, 'Handover']);
    const remove = (version?: number, by = owner) =>
      projects.ask(by, RemoveProjectLink, { projectId: waiting.projectId, linkId }, { version });
    await expect(remove(2)).rejects.toMatchObject({ code: 'projects/version-conflict' });
    await expect(remove(1, giverOwner)).rejects.toMatchObject({ code: 'access/not-your-project' });
    expect(await remove(1)).toEqual({ id: linkId, version: 2 });
    expect((await starts(waiting))['Pour']).toBe('2026-03-02');
    await expect(remove()).rejects.toMatchObject({ code: 'projects/link-removed' });
    await slip();
    expect((await starts(waiting))['Pour']).toBe('2026-03-02');
  });
});

describe('what is refused', () => {
  test('tasks that would wait for each other, with their names', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    const back = link([giving, 'Dig'], [waiting, 'Paint'], {}, giverOwner);
    await expect(back).rejects.toMatchObject({ code: 'projects/links-in-circle' });
    await expect(back).rejects.toThrow(`Dig (${giving.code}) → Handover (${giving.code})`);
    await expect(back).rejects.toThrow(`Pour (${waiting.code}) → Paint (${waiting.code})`);
  });

  test('a file that would close a circle through another project', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    await link([giving, 'Finish'], [waiting, 'Paint'], {}, giverOwner);
    const closing = GIVING.map((task) => (task.name === 'Dig' ? { ...task, after: [3] } : task));
    await expect(importPlan(giving.projectId, closing)).rejects.toMatchObject({
      code: 'projects/links-in-circle',
    });
    expect((await starts(giving))['Finish']).toBe('2026-03-17');
  });

  test('links of summaries, within a project, twice, and by who manages only the other one', async () => {
    const code = (refused: Promise<unknown>, expected: string) =>
      expect(refused).rejects.toMatchObject({ code: expected });
    await code(link([waiting, 'Works'], [giving, 'Dig']), 'projects/link-of-summary');
    await code(link([waiting, 'Pour'], [waiting, 'Fence']), 'projects/link-within-project');
    await code(link([waiting, 'Pour'], [giving, 'Gone']), 'projects/task-not-found');
    await code(link([waiting, 'Pour'], [giving, 'Dig'], {}, giverOwner), 'access/not-your-project');
    await link([waiting, 'Pour'], [giving, 'Dig']);
    await code(link([waiting, 'Pour'], [giving, 'Dig'], { lagMinutes: 5 }), 'projects/already-linked');
  });

  test('a project that the caller may not see', async () => {
    await hide(giving);
    await expect(link([waiting, 'Pour'], [giving, 'Dig'])).rejects.toMatchObject({
      code: 'access/project-not-found',
    });
  });
});

describe('who may not see the other project', () => {
  const why = (by: typeof owner) =>
    projects.ask(by, WhyThisDate, {
      projectId: waiting.projectId,
      taskId: id(waiting, 'Pour'),
      end: 'start',
    });

  test('is told of a confidential project, and nothing of it, also in events', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover']);
    await hide(giving);
    await slip();
    const [line] = (await projects.ask(owner, ProjectLinks, { projectId: waiting.projectId })).links;
    expect(line).toMatchObject({ otherName: 'a confidential project', isHeld: true });
    expect(line?.otherTaskId ?? line?.otherProjectId ?? line?.otherTaskName ?? line?.otherOn).toBeUndefined();
    expect(line).not.toHaveProperty('slackMinutes');
    const { steps } = await why(owner);
    expect(steps.at(-1)?.sentence).toBe(
      'It starts after the finish of a task of a confidential project (2026-03-13 17:00).',
    );
    expect(steps.at(-1)?.otherTaskId).toBeUndefined();
    const text = JSON.stringify(await lastChange(waiting));
    for (const secret of [giving.projectId, id(giving, 'Handover'), 'Handover', 'GIVE'])
      expect(text).not.toContain(secret);
    const moved = await projects.ask(pmo, ProjectLinks, { projectId: waiting.projectId });
    expect(moved.links).toMatchObject([{ otherName: 'Project GIVE', otherOn: '2026-03-13' }]);
  });

  test('who may see it is told why, up to the date in the other project', async () => {
    await link([waiting, 'Pour'], [giving, 'Handover'], { lagMinutes: 480 });
    const { steps } = await why(owner);
    expect(steps.at(-1)).toMatchObject({
      kind: 'link',
      otherTaskId: id(giving, 'Handover'),
      otherProjectId: giving.projectId,
      otherEnd: 'finish',
      from: '2026-03-06T17:00:00',
      sentence:
        'It starts after the finish of "Handover" of Project GIVE (2026-03-06 17:00), plus 8 working hours.',
    });
  });
});

test('a slip shows what it would hit in the projects that wait, before anybody saves it', async () => {
  await link([waiting, 'Pour'], [giving, 'Handover']);
  const ripple = (by: typeof owner) =>
    projects.ask(by, RippleOfSlip, { projectId: giving.projectId, taskId: id(giving, 'Dig'), days: 3 });
  await projects.hears(EarnedValueChanged, {
    projectId: waiting.projectId,
    version: 1,
    statusDate: '2026-03-02',
    currency: 'EUR',
    bacMinor: '900000',
    pvMinor: '0',
    evMinor: '0',
    acMinor: '0',
    committedMinor: '0',
    cvMinor: '0',
    svMinor: '0',
    percentComplete: '0',
    flags: [],
  });
  const { projects: hit } = await ripple(giverOwner);
  expect(hit).toMatchObject([
    {
      code: waiting.code,
      finishBefore: '2026-03-16',
      finish: '2026-03-19',
      finishDays: 3,
      movedCount: 2,
      moved: [{ name: 'Pour' }, { name: 'Paint' }],
      money: { currency: 'EUR', budgetMinor: '900000' },
    },
  ]);
  await hide(waiting);
  expect((await ripple(giverOwner)).projects).toEqual([{ name: 'a confidential project', moved: [] }]);
  expect((await starts(waiting))['Pour']).toBe('2026-03-09');
});
