import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ImportPlan,
  PlanLevelling,
  ProjectPlan,
  RegisterProject,
  ReportProgress,
  ScheduleChanged,
  TakeBaseline,
  TakeOffLevelling,
  WhyThisDate,
} from '@meridian/contracts-projects';
import { LevellingAccepted } from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan, type WrittenTask } from './written-plan.js';

/** Dig from Monday 2026-03-02, Pour behind it from the 9th; Paint beside them is held to its day. */
const TASKS: readonly WrittenTask[] = [
  { uid: 1, name: 'Dig', days: 5 },
  { uid: 2, name: 'Pour', days: 5, after: [1], people: ['Ada'] },
  { uid: 3, name: 'Paint', days: 1, mustStartOn: '2026-03-03T08:00:00' },
  { uid: 4, name: 'Survey', days: 2 },
];
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;
let projectId: string;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const wall = confidentialProject(manager.personId);
  ({ projectId } = wall);
  await projects.ask(person('pmo-manager'), RegisterProject, wall);
  await importPlan(TASKS);
  const { tasks } = await plan();
  ids = idsByName(tasks);
});

function importPlan(tasks: readonly WrittenTask[]) {
  return projects.ask(manager, ImportPlan, wallPlan(projectId, writtenPlan(tasks)));
}

function plan() {
  return projects.ask(manager, ProjectPlan, { projectId });
}

function levelling() {
  return projects.ask(manager, PlanLevelling, { projectId });
}

async function starts(): Promise<Record<string, string>> {
  return Object.fromEntries((await plan()).tasks.map(({ name, start }) => [name, start.slice(0, 10)]));
}

/** Resourcing announces that the owners agreed. Days are those before which the tasks do not start. */
async function agreed(days: Readonly<Record<string, string>>, planVersion = 1): Promise<string> {
  const proposalId = randomUUID();
  const delays = Object.entries(days).map(([name, startNotBefore]) => ({
    taskId: ids.get(name) ?? randomUUID(),
    startNotBefore,
    delayMinutes: 480,
  }));
  await projects.hears(LevellingAccepted, { projectId, proposalId, planVersion, delays });
  return proposalId;
}

describe('delays that the owners agreed with', () => {
  test('leave the plan of an archived project as it is', async () => {
    await projects.rows("UPDATE project SET stage = 'archived' WHERE project_id = $1::uuid", projectId);
    await agreed({ Dig: '2026-03-04' });
    expect(await starts()).toMatchObject({ Dig: '2026-03-02' });
    expect(await levelling()).toMatchObject({ version: 0, tasks: [] });
  });

  test('move the plan, and each moved date names levelling or the link that took it along', async () => {
    const proposalId = await agreed({ Dig: '2026-03-04', Pour: '2026-03-11' });
    expect(await starts()).toEqual({
      Dig: '2026-03-04',
      Pour: '2026-03-11',
      Paint: '2026-03-03',
      Survey: '2026-03-02',
    });
    const [change] = await projects.announced(ScheduleChanged, projectId);
    expect(change?.cause).toBeUndefined();
    expect(change?.occasion).toEqual({
      kind: 'levelling',
      proposalId,
      sentence: 'The plan follows 2 delays that its owner agreed with in levelling.',
    });
    const drivers = new Map(change?.moved.map(({ taskId, driver }) => [taskId, driver]));
    expect(drivers.get(ids.get('Dig') ?? '')).toEqual({
      kind: 'levelling-delay',
      sentence: 'Levelling put it 16 hours later than its links ask.',
    });
    // Dig ends on Tuesday the 10th: from there on the link alone asks for the 11th, and levelling adds nothing to it.
    expect(drivers.get(ids.get('Pour') ?? '')).toMatchObject({ kind: 'link', taskId: ids.get('Dig') });
    expect(await levelling()).toMatchObject({
      version: 1,
      proposalId,
      tasks: [
        { name: 'Dig', startNotBefore: '2026-03-04', start: '2026-03-04' },
        { name: 'Pour', startNotBefore: '2026-03-11', start: '2026-03-11' },
      ],
      leftOut: [],
    });
  });

  test('are a step of the answer to why', async () => {
    await agreed({ Pour: '2026-03-12' });
    const { steps } = await projects.ask(manager, WhyThisDate, {
      projectId,
      taskId: ids.get('Pour') ?? '',
      end: 'start',
    });
    expect(steps.slice(0, 2)).toMatchObject([
      {
        kind: 'levelling-delay',
        at: '2026-03-12T08:00:00',
        minutes: 3 * 480,
        sentence: 'Levelling put it 24 hours later than its links ask (2026-03-09 08:00).',
      },
      { kind: 'calendar' },
    ]);
    const pour = (await plan()).tasks.find(({ name }) => name === 'Pour');
    expect(pour?.whyThisDate).toBe('Levelling put it 24 hours later than its links ask.');
  });

  test('replace those of an earlier proposal', async () => {
    await agreed({ Survey: '2026-03-05' });
    await agreed({ Pour: '2026-03-10' });
    expect(await starts()).toMatchObject({ Survey: '2026-03-02', Pour: '2026-03-10' });
    expect(await levelling()).toMatchObject({ version: 2, tasks: [{ name: 'Pour' }] });
  });

  test('of a slip of what is before are used up, not added to it', async () => {
    await agreed({ Pour: '2026-03-10' });
    const slip = { taskId: ids.get('Dig') ?? '', percentComplete: 10, actualStart: '2026-03-05' };
    await projects.ask(manager, ReportProgress, { projectId, asOf: '2026-03-05', ...slip });
    expect((await starts())['Pour']).toBe('2026-03-12');
  });
});

describe('a plan that is not the one the proposal was made for', () => {
  test('follows what still fits and reports the rest, each with its reason', async () => {
    const taken = { taskId: ids.get('Dig') ?? '', percentComplete: 20, asOf: '2026-03-02' };
    await projects.ask(manager, ReportProgress, { projectId, ...taken });
    const longer = TASKS.map((task) => (task.name === 'Pour' ? { ...task, days: 7 } : task));
    await importPlan(longer);
    await agreed(
      {
        Gone: '2026-03-04',
        Dig: '2026-03-04',
        Pour: '2026-03-12',
        Paint: '2026-03-06',
        Survey: '2026-03-05',
      },
      1,
    );
    expect(await starts()).toMatchObject({ Pour: '2026-03-09', Paint: '2026-03-03', Survey: '2026-03-05' });
    const { tasks, leftOut } = await levelling();
    expect(tasks).toMatchObject([{ name: 'Survey' }]);
    expect(leftOut.map(({ name, reason }) => [name, reason])).toEqual([
      [undefined, 'gone'],
      ['Dig', 'started'],
      ['Pour', 'changed'],
      ['Paint', 'held'],
    ]);
    expect(leftOut[2]?.sentence).toBe(
      '"Pour" was changed by version 2 of the plan; the proposal was made for version 1.',
    );
    const last = (await projects.announced(ScheduleChanged, projectId)).at(-1);
    expect(last?.occasion?.sentence).toMatch(
      /^The plan follows 1 delay that its owner agreed with in levelling\. Left out, 4: .* 1 more\.$/,
    );
  });

  test('follows everything when only what is promised is new', async () => {
    await projects.ask(manager, TakeBaseline, { projectId, name: 'As promised' });
    await agreed({ Survey: '2026-03-05' }, 1);
    expect((await levelling()).leftOut).toEqual([]);
  });

  test('takes levelling along into a new file, but not for other work or other people', async () => {
    await agreed({ Pour: '2026-03-12', Survey: '2026-03-05', Dig: '2026-03-03' });
    const { notes } = await importPlan(
      TASKS.map((task) => {
        if (task.name === 'Pour') return { ...task, people: ['Ole'] };
        return task.name === 'Dig' ? { ...task, days: 6 } : { ...task, cost: 7 };
      }),
    );
    expect(await starts()).toMatchObject({ Dig: '2026-03-02', Pour: '2026-03-10', Survey: '2026-03-05' });
    expect(notes.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'Levelling does not hold "Dig" back any more: its work is not what was levelled.',
        'Levelling does not hold "Pour" back any more: its work is not what was levelled.',
      ]),
    );
  });
});

describe('taking levelling off', () => {
  test('lets tasks start when their links ask, and says who did it and why', async () => {
    const proposalId = await agreed({ Pour: '2026-03-12' });
    const reason = 'The crane is free again.';
    await projects.ask(manager, TakeOffLevelling, { projectId, reason }, { version: 1 });
    expect((await starts())['Pour']).toBe('2026-03-09');
    const last = (await projects.announced(ScheduleChanged, projectId)).at(-1);
    expect(last?.occasion).toEqual({
      kind: 'levelling-taken-off',
      proposalId,
      sentence: `Grace Hopper took levelling off the plan: ${reason}`,
    });
    const state = await levelling();
    expect(state).toMatchObject({
      version: 2,
      takenOffBy: 'Grace Hopper',
      takenOffReason: reason,
      tasks: [],
    });
    expect(state.proposalId).toBeUndefined();
  });

  test('is refused when there is none, on another version, and to who does not manage the project', async () => {
    const off = (by = manager, version?: number) =>
      projects.ask(by, TakeOffLevelling, { projectId }, { version });
    await expect(off()).rejects.toMatchObject({ code: 'projects/not-levelled' });
    await agreed({ Pour: '2026-03-12' });
    await expect(off(manager, 2)).rejects.toMatchObject({ code: 'projects/version-conflict' });
    await expect(off(person('sponsor'))).rejects.toMatchObject({ code: 'access/not-your-project' });
    expect((await starts())['Pour']).toBe('2026-03-12');
  });
});
