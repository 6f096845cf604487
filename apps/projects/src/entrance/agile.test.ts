import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  BacklogItemRecorded,
  CloseSprint,
  ImportPlan,
  MilestoneForecast,
  MilestoneForecastChanged,
  MoveBacklogItem,
  PlanSprint,
  ProjectBoard,
  ProjectPlan,
  RankBacklogItem,
  RecordBacklogItem,
  RecordRetrospective,
  RegisterProject,
  ReportProgress,
  RetrospectiveRecorded,
  SetBoardLimits,
  SettleRetrospectiveAction,
  SprintClosed,
  SprintRecord,
  SprintStarted,
  StartSprint,
  TaskProgressed,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { idsByName, wallPlan, writtenPlan } from './written-plan.js';

const LINES = [
  { uid: 1, name: 'Build', isSummary: true },
  { uid: 2, name: 'Dig', level: 2, days: 5 },
  { uid: 3, name: 'Walls stand', level: 2, days: 0, after: [2] },
  { uid: 4, name: 'Survey', days: 1, people: ['Alan Turing'] },
];
const pmo = person('pmo-manager');
const manager = person('project-manager', 'Grace Hopper');
const alan = person('team-member', 'Alan Turing');
let projects: ServiceUnderTest;
let projectId: string;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());
beforeEach(async () => {
  const wall = { ...confidentialProject(manager.personId), isConfidential: false };
  ({ projectId } = wall);
  await projects.ask(pmo, RegisterProject, wall);
  await importPlan(writtenPlan(LINES));
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  ids = idsByName(tasks);
});

async function importPlan(xml: string): Promise<void> {
  await projects.ask(manager, ImportPlan, wallPlan(projectId, xml));
}

/** `YYYY-MM-DD` so many days before today. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

async function recorded(title: string, other: Partial<RecordBacklogItem> = {}): Promise<string> {
  const itemId = randomUUID();
  const item = { projectId, itemId, title, kind: 'story' as const, points: 5, ...other };
  await projects.ask(manager, RecordBacklogItem, item, { version: 0 });
  return itemId;
}

function move(itemId: string, to: MoveBacklogItem['to'], other: Partial<MoveBacklogItem> = {}, by = manager) {
  return projects.ask(by, MoveBacklogItem, { projectId, itemId, to, ...other });
}

async function planned(startsOn = daysAgo(0), endsOn = startsOn): Promise<string> {
  const sprint = { projectId, sprintId: randomUUID(), goal: 'A hole', startsOn, endsOn };
  const { id } = await projects.ask(manager, PlanSprint, sprint, { version: 0 });
  return id;
}

/** A sprint that runs with these items. */
async function running(itemIds: readonly string[], on = daysAgo(0)): Promise<string> {
  const sprintId = await planned(on, daysAgo(0));
  for (const itemId of itemIds) await move(itemId, 'committed', { sprintId, on });
  await projects.ask(manager, StartSprint, { projectId, sprintId, on }, { version: 1 });
  return sprintId;
}

async function finish(itemId: string, on = daysAgo(0), by = manager): Promise<void> {
  await move(itemId, 'in-progress', { on }, by);
  await move(itemId, 'done', { on }, by);
}

test('points that are done in a sprint are progress of the task, and others hear of it', async () => {
  const taskId = ids.get('Dig')!;
  const first = await recorded('Mark the hole', { taskId, points: 5 });
  const second = await recorded('Rent a digger', { taskId, points: 3 });
  const sprintId = await running([first, second]);
  expect(await projects.announced(SprintStarted, projectId)).toMatchObject([
    { sprintId, number: 1, committedPoints: 8, committedItems: 2 },
  ]);
  await finish(first, daysAgo(0), alan);
  const reports = await projects.announced(TaskProgressed, projectId);
  expect(reports.map((report) => [report.taskId, report.percentComplete, report.taskVersion])).toEqual([
    [taskId, 0, 2],
    [taskId, 62, 3],
  ]);
  expect(reports.at(-1)).toMatchObject({ actualStart: daysAgo(0), reportedBy: alan.personId });
  await finish(second);
  await projects.ask(manager, CloseSprint, { projectId, sprintId }, { version: 2 });
  expect((await projects.announced(TaskProgressed, projectId)).at(-1)).toMatchObject({
    percentComplete: 100,
    actualFinish: daysAgo(0),
  });
  expect(await projects.announced(SprintClosed, projectId)).toMatchObject([
    { committedPoints: 8, donePoints: 8, doneItems: 2, unfinishedItems: 0 },
  ]);
});

test('a task that has items takes no progress by hand, and does again when they are dropped', async () => {
  const taskId = ids.get('Dig')!;
  const report = { projectId, taskId, percentComplete: 40, asOf: daysAgo(0) };
  await projects.ask(manager, ReportProgress, report);
  const itemId = await recorded('Mark the hole', { taskId });
  expect(
    (await projects.announced(TaskProgressed, projectId)).map(({ percentComplete }) => percentComplete),
  ).toEqual([40, 0]);
  await expect(projects.ask(manager, ReportProgress, report)).rejects.toMatchObject({
    code: 'projects/task-follows-items',
    details: { items: 1 },
  });
  await expect(move(itemId, 'dropped', {}, alan)).rejects.toMatchObject({ code: 'access/not-your-project' });
  await move(itemId, 'dropped');
  expect(await projects.ask(manager, ReportProgress, report)).toMatchObject({ percentComplete: 40 });
});

test('what the items say outlives a new plan file, and other points change the progress at once', async () => {
  const taskId = ids.get('Dig')!;
  const done = await recorded('Mark the hole', { taskId, points: 5 });
  const open = await recorded('Rent a digger', { taskId, points: 5 });
  await running([done, open]);
  await finish(done);
  await importPlan(writtenPlan(LINES.map((line) => (line.name === 'Dig' ? { ...line, days: 8 } : line))));
  const dig = async () =>
    (await projects.ask(manager, ProjectPlan, { projectId })).tasks.find((task) => task.taskId === taskId);
  expect(await dig()).toMatchObject({ percentComplete: 50 });
  const anew = {
    projectId,
    itemId: open,
    title: 'Rent a digger',
    kind: 'story' as const,
    points: 15,
    taskId,
  };
  await projects.ask(manager, RecordBacklogItem, anew);
  expect(await dig()).toMatchObject({ percentComplete: 25 });
});

test('the board shows backlog and columns by rank, scope changes apart, and velocity after the first close', async () => {
  const [one, two, three] = [
    await recorded('One'),
    await recorded('Two', { points: 3 }),
    await recorded('Three'),
  ];
  await projects.ask(
    manager,
    RankBacklogItem,
    { projectId, itemId: three, beforeItemId: one },
    { version: 1 },
  );
  const board = () => projects.ask(manager, ProjectBoard, { projectId });
  expect((await board()).backlog.map(({ title }) => title)).toEqual(['Three', 'One', 'Two']);
  expect((await board()).velocity).toEqual({ sprints: [], sprintCount: 0, notAvailable: 'no-closed-sprint' });
  const sprintId = await running([one]);
  await move(two, 'committed', { sprintId });
  await finish(one);
  const now = await board();
  expect(now).toMatchObject({ sprint: { state: 'running', committedPoints: 5 }, backlogCount: 1 });
  expect([now.committed, now.inProgress, now.done].map((column) => column.map(({ title }) => title))).toEqual(
    [['Two'], [], ['One']],
  );
  expect(now.days).toMatchObject([{ scopePoints: 8, donePoints: 5, remainingPoints: 3, addedPoints: 3 }]);
  await projects.ask(manager, CloseSprint, { projectId, sprintId }, { version: 2 });
  const after = await board();
  expect(after.backlog.map(({ title }) => title)).toEqual(['Three', 'Two']);
  expect(after.velocity).toMatchObject({ sprintCount: 1, meanPoints: 5, lowPoints: 5, highPoints: 5 });
  expect((await projects.announced(BacklogItemRecorded, projectId)).at(-1)).toMatchObject({
    itemId: two,
    state: 'backlog',
  });
});

test('after five weeks a milestone has a forecast that is the same for everybody, and before it says why not', async () => {
  const milestoneId = ids.get('Walls stand')!;
  const past = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map((title) => recorded(title)));
  await recorded('Wanted for the walls', { milestoneId });
  const asked = { projectId, seed: 7 };
  const { milestones } = await projects.ask(manager, MilestoneForecast, asked);
  expect(milestones).toMatchObject([
    { milestoneId, remaining: 1, ahead: 6, notAvailable: 'history-too-short' },
  ]);
  const sprintId = await running(past, daysAgo(49));
  for (const [week, itemId] of past.entries()) await finish(itemId, daysAgo(49 - 7 * week));
  const told = await projects.ask(manager, MilestoneForecast, asked);
  expect(told.history.length).toBeGreaterThanOrEqual(6);
  expect(told).toMatchObject({ seed: 7, runs: 10_000, leastWeeks: 5 });
  const [outlook] = told.milestones;
  expect(outlook).toMatchObject({ remaining: 1, ahead: 0, name: 'Walls stand' });
  expect(outlook!.p50On! > daysAgo(0) && outlook!.p50On! <= outlook!.p80On!).toBe(true);
  expect(await projects.ask(alan, MilestoneForecast, asked)).toEqual(told);
  await projects.ask(manager, CloseSprint, { projectId, sprintId }, { version: 2 });
  expect(await projects.announced(MilestoneForecastChanged, projectId)).toMatchObject([
    { milestoneId, remainingItems: 1, asOf: daysAgo(0) },
  ]);
});

test('an action of a retrospective is settled by its owner, once', async () => {
  const sprintId = await running([await recorded('One')]);
  const actionId = randomUUID();
  const owner = { ownerPersonId: alan.personId, ownerName: alan.name };
  const action = { actionId, text: 'Review in pairs', ...owner, dueOn: daysAgo(-7) };
  const said = {
    projectId,
    sprintId,
    wentWell: ['The demo'],
    toImprove: ['Reviews wait'],
    actions: [action],
  };
  await projects.ask(alan, RecordRetrospective, said, { version: 0 });
  const settle = (by: typeof alan, version: number) =>
    projects.ask(
      by,
      SettleRetrospectiveAction,
      { projectId, sprintId, actionId, outcome: 'done' },
      { version },
    );
  await expect(settle(person('team-member', 'Kurt Gödel'), 1)).rejects.toMatchObject({
    code: 'access/not-your-project',
  });
  expect(await settle(alan, 1)).toEqual({ id: sprintId, version: 2 });
  await expect(settle(alan, 1)).rejects.toMatchObject({ code: 'projects/version-conflict' });
  await expect(settle(alan, 2)).rejects.toMatchObject({ code: 'projects/action-settled' });
  const file = await projects.ask(manager, SprintRecord, { projectId, sprintId });
  expect(file.retrospective).toMatchObject({
    version: 2,
    actions: [{ state: 'done', settledOn: daysAgo(0) }],
  });
  expect(await projects.announced(RetrospectiveRecorded, projectId)).toHaveLength(2);
});

test('of two who move the same version one is told to read again, and a move sent twice counts once', async () => {
  const itemId = await recorded('One');
  const sprintId = await planned();
  const wish = { projectId, itemId, to: 'committed' as const, sprintId };
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => projects.ask(manager, MoveBacklogItem, wish, { version: 1 })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const back = { projectId, itemId, to: 'backlog' as const };
  const options = { version: 2, key: randomUUID() };
  const once = await projects.ask(manager, MoveBacklogItem, back, options);
  expect(await projects.ask(manager, MoveBacklogItem, back, options)).toEqual(once);
  expect(await projects.announced(BacklogItemRecorded, projectId)).toHaveLength(3);
});

test('only the team moves items, only who manages the project writes its backlog, and a summary has no items', async () => {
  const itemId = await recorded('One');
  const sprintId = await planned();
  const kurt = person('team-member', 'Kurt Gödel');
  await expect(move(itemId, 'committed', { sprintId }, kurt)).rejects.toMatchObject({
    code: 'projects/not-on-the-team',
    kind: 'forbidden',
  });
  expect(await move(itemId, 'committed', { sprintId }, alan)).toMatchObject({ version: 2 });
  const item = { projectId, itemId: randomUUID(), title: 'Mine', kind: 'story' as const };
  await expect(projects.ask(alan, RecordBacklogItem, item)).rejects.toMatchObject({
    code: 'access/not-your-project',
  });
  await expect(projects.ask(person('contractor'), ProjectBoard, { projectId })).rejects.toMatchObject({
    code: 'access/project-not-found',
  });
  await expect(recorded('Two', { taskId: ids.get('Build')! })).rejects.toMatchObject({
    code: 'projects/item-needs-work',
  });
  await expect(recorded('Two', { milestoneId: randomUUID() })).rejects.toMatchObject({
    code: 'projects/milestone-not-found',
  });
});

test('the days of a sprint are not rewritten', async () => {
  await running([await recorded('One')]);
  await expect(projects.rows('DELETE FROM sprint_entry')).rejects.toThrow('it only grows');
});

test('a column that is full warns or refuses, as the board says, and the board shows its limits', async () => {
  const [first, second] = [await recorded('First'), await recorded('Second')];
  await running([first, second]);
  const limit = (onOverrun: 'warn' | 'refuse', version: number, by = manager) =>
    projects.ask(by, SetBoardLimits, { projectId, onOverrun, inProgress: 1 }, { version });
  await expect(limit('refuse', 0, alan)).rejects.toMatchObject({ code: 'access/not-your-project' });
  expect(await limit('refuse', 0)).toEqual({ id: projectId, version: 1 });
  expect(await move(first, 'in-progress', {}, alan)).toEqual({ id: first, version: 3 });
  await expect(move(second, 'in-progress', {}, alan)).rejects.toMatchObject({
    code: 'projects/wip-limit',
    details: { limit: 1, held: 1 },
  });
  await expect(limit('warn', 0)).rejects.toMatchObject({ code: 'projects/version-conflict' });
  await limit('warn', 1);
  expect(await move(second, 'in-progress', {}, alan)).toEqual({
    id: second,
    version: 3,
    warning: '"Second" is item 2 that is in progress; the limit is 1.',
  });
  const board = await projects.ask(alan, ProjectBoard, { projectId });
  expect(board.inProgress).toHaveLength(2);
  expect(board.limits).toMatchObject({
    version: 2,
    onOverrun: 'warn',
    inProgress: 1,
    setByName: 'Grace Hopper',
  });
  // What leaves the column is never over a limit, and makes room for the next.
  await limit('refuse', 2);
  await move(second, 'done');
  await move(first, 'done');
  expect(await move(second, 'in-progress')).toMatchObject({ version: 5 });
});
