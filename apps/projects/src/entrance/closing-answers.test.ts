import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GateRecorded } from '@meridian/contracts-governance';
import {
  AskClosings,
  ClosingEnded,
  ClosingStarted,
  ClosingWithdrawn,
  FindLessons,
  LessonRecorded,
  MatchingLessons,
  MoveProject,
  ProjectClosing,
  ProjectLifecycle,
  RecordLesson,
  RegisterProject,
  ReviseProject,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { ClosingAnswers } from './closing-answers.js';
import { confidentialProject } from './confidential-project.js';

const pmo = person('pmo-manager', 'Anna Meyer');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

/** Delivered without a plan, and in closing since then. */
async function inClosing(): Promise<{ projectId: string; answers: ClosingAnswers }> {
  const wall = confidentialProject(manager.personId);
  const { projectId } = wall;
  const sponsor = { sponsorPersonId: pmo.personId, sponsorName: pmo.name };
  await projects.ask(pmo, RegisterProject, { ...wall, ...sponsor });
  await move(projectId, 'closing', { evidence: 'Hand-over protocol' });
  return { projectId, answers: await ClosingAnswers.of(projects, projectId) };
}

function move(
  projectId: string,
  to: MoveProject['to'],
  more: Pick<MoveProject, 'evidence' | 'override'> = {},
) {
  return projects.ask(pmo, MoveProject, { projectId, to, reason: `On to ${to}.`, ...more });
}

function learn(projectId: string, said: Partial<RecordLesson> = {}, version = 0) {
  const lesson = {
    projectId,
    lessonId: randomUUID(),
    category: 'risk' as const,
    whatHappened: 'The frost came in October.',
    recommendation: 'Pour concrete before October.',
    ...said,
  };
  return projects.ask(manager, RecordLesson, lesson, { version });
}

function closingOf(projectId: string) {
  return projects.ask(manager, ProjectClosing, { projectId });
}

test('whoever is asked is shown as not having answered, since when, until the answer comes, in whatever order', async () => {
  const { projectId, answers } = await inClosing();
  expect(await projects.announced(ClosingStarted, projectId)).toMatchObject([
    {
      name: 'Wall',
      isStopped: false,
      asks: [{ owner: 'budgeting' }, { owner: 'resourcing' }, { owner: 'quality' }, { owner: 'governance' }],
    },
  ]);
  const asked = await closingOf(projectId);
  expect(asked.answers.map(({ owner, state }) => [owner, state])).toEqual([
    ['budgeting', 'missing'],
    ['governance', 'missing'],
    ['quality', 'missing'],
    ['resourcing', 'missing'],
  ]);
  expect(asked.answers[0]?.askedAt).toBe(asked.closings[0]?.startedAt);
  expect(asked).toMatchObject({ isOverdue: false, closings: [{ number: 1, state: 'open' }] });

  await answers.quality(['Wall stands', 'Wall is painted']);
  await answers.money(['Order PO-7']);
  await answers.money();
  const heard = await closingOf(projectId);
  expect(heard.answers).toMatchObject([
    { owner: 'budgeting', state: 'clear', openCount: 0, items: [] },
    { owner: 'governance', state: 'missing' },
    { owner: 'quality', state: 'open', openCount: 2, items: [{ name: 'Wall stands' }, {}] },
    { owner: 'resourcing', state: 'missing' },
  ]);
  expect(heard.conditions.filter(({ isMet }) => !isMet).map(({ guard }) => guard)).toEqual([
    'others-clear',
    'lessons-recorded',
  ]);
});

test('the end is refused naming who and what; once all are clear it ends, and the others hear of it', async () => {
  const { projectId, answers } = await inClosing();
  await learn(projectId);
  await answers.allClear();
  await answers.money(['Order PO-7']);
  await expect(move(projectId, 'benefits')).rejects.toMatchObject({
    code: 'projects/stage-guarded',
    message: expect.stringContaining('budgeting has 1 open (Order PO-7)'),
    details: { missing: [{ guard: 'others-clear' }] },
  });
  await answers.money();
  await move(projectId, 'benefits');
  expect(await projects.announced(ClosingEnded, projectId)).toMatchObject([
    { closingId: answers.closingId, to: 'benefits', isOverridden: false, leftOpen: [], overridden: [] },
  ]);
  await answers.money(['Order PO-8']);
  expect(await closingOf(projectId)).toMatchObject({ answers: [], closings: [{ state: 'complete' }] });
});

test('the PMO ends it with a reason; what was open at that time stays in the history and is announced', async () => {
  const { projectId, answers } = await inClosing();
  await answers.money(['Order PO-7']);
  await answers.people();
  await answers.governance();
  const override = 'The supplier is bankrupt.';
  await expect(
    projects.ask(manager, MoveProject, { projectId, to: 'archived', reason: 'Over.', override }),
  ).rejects.toMatchObject({ code: 'projects/not-who-decides' });
  await move(projectId, 'archived', { override, evidence: 'Board, item 3' });
  const leftOpen = [
    { owner: 'budgeting', state: 'open', items: [{ name: 'Order PO-7' }] },
    { owner: 'quality', state: 'missing' },
  ];
  const overridden = [{ guard: 'others-clear' }, { guard: 'lessons-recorded' }];
  expect(await projects.announced(ClosingEnded, projectId)).toMatchObject([
    { isOverridden: true, overrideReason: override, leftOpen, overridden, endedByName: 'Anna Meyer' },
  ]);
  expect((await closingOf(projectId)).closings).toMatchObject([
    { state: 'overridden', reason: override, leftOpen, overridden, endedByName: 'Anna Meyer' },
  ]);
  const { transitions } = await projects.ask(pmo, ProjectLifecycle, { projectId });
  expect(transitions.at(-1)?.checked).toContainEqual({
    guard: 'others-clear',
    found:
      'budgeting has 1 open (Order PO-7); quality has not answered; overridden: The supplier is bankrupt.',
  });
});

test('back in delivery nothing is asked any more; another closing asks anew and takes no answer to the first', async () => {
  const { projectId, answers } = await inClosing();
  await answers.money();
  await move(projectId, 'delivery');
  expect(await projects.announced(ClosingWithdrawn, projectId)).toMatchObject([
    { closingId: answers.closingId, reason: 'On to delivery.', withdrawnByName: 'Anna Meyer' },
  ]);
  expect(await closingOf(projectId)).toMatchObject({ answers: [], conditions: [], stage: 'delivery' });
  await move(projectId, 'closing', { evidence: 'Hand-over protocol 2' });
  await answers.money();
  const { closings, answers: lines } = await closingOf(projectId);
  expect(closings.map(({ number, state }) => [number, state])).toEqual([
    [2, 'open'],
    [1, 'withdrawn'],
  ]);
  expect(lines.map(({ state }) => state)).toEqual(['missing', 'missing', 'missing', 'missing']);
});

test('what a project learned is found by those who may see it, by words, category and project, a page at a time', async () => {
  const wall = confidentialProject(manager.personId);
  const open = { ...confidentialProject(manager.personId), isConfidential: false, portfolio: 'Bridges' };
  for (const project of [wall, open]) await projects.ask(pmo, RegisterProject, project);
  const word = randomUUID();
  const { id: lessonId } = await learn(open.projectId, { whatHappened: `Frost ${word}` });
  await learn(open.projectId, { category: 'cost', recommendation: `Ask twice ${word}` });
  await learn(wall.projectId, { whatHappened: `Secret ${word}` });
  await expect(learn(open.projectId, { lessonId }, 0)).rejects.toMatchObject({
    code: 'projects/version-conflict',
  });
  await expect(learn(wall.projectId, { lessonId }, 1)).rejects.toMatchObject({
    code: 'projects/lesson-not-found',
  });
  await learn(open.projectId, { lessonId, whatHappened: `Late frost ${word}` }, 1);
  expect(await projects.announced(LessonRecorded, open.projectId)).toMatchObject([
    { version: 1 },
    { category: 'cost' },
    { lessonId, version: 2, recordedByName: 'Grace Hopper' },
  ]);

  const found = (asked: FindLessons, by = pmo) => projects.ask(by, FindLessons, asked);
  expect(await found({ text: word.toUpperCase() })).toMatchObject({ total: 3 });
  const seen = await found({ text: word }, person('team-member'));
  expect(seen).toMatchObject({ total: 2, lessons: [{ number: 2 }, { number: 1, portfolio: 'Bridges' }] });
  expect(await found({ text: word, category: 'risk', portfolio: 'Bridges' })).toMatchObject({
    lessons: [{ lessonId, whatHappened: `Late frost ${word}`, projectName: 'Wall', version: 2 }],
  });
  expect(await found({ projectId: wall.projectId })).toMatchObject({ total: 1 });
  const first = await found({ text: word, limit: 2 });
  const { nextCursor } = first;
  const rest = await found({
    text: word,
    limit: 2,
    ...(nextCursor === undefined ? {} : { cursor: nextCursor }),
  });
  expect(rest.lessons).toHaveLength(1);
  expect(rest).not.toHaveProperty('nextCursor');
  await expect(found({ cursor: randomUUID() })).rejects.toMatchObject({ violations: [{ path: 'cursor' }] });
});

test('a project is told what others like it learned, at planning and before a gate, and why it is told', async () => {
  const kind = `Bridge ${randomUUID().slice(0, 8)}`;
  const phases = [{ phaseId: 'design', name: 'Design', order: 1 }];
  const record = () => ({ ...confidentialProject(manager.personId, phases), category: kind });
  const known = { ...record(), isConfidential: false };
  const secret = record();
  const next = { ...record(), isConfidential: false, stage: 'approved' as const };
  for (const project of [known, secret, next]) await projects.ask(pmo, RegisterProject, project);
  await projects.ask(pmo, ReviseProject, { projectId: known.projectId, currentPhaseId: 'design' });
  const { id: lessonId } = await learn(known.projectId, { category: 'procurement' });
  await learn(secret.projectId);
  const seen = (by = pmo) => projects.ask(by, MatchingLessons, { projectId: next.projectId });
  expect(await seen(person('team-member'))).toMatchObject({
    occasion: 'planning',
    matchCount: 1,
    lessons: [
      {
        lessonId,
        score: 4,
        phase: 'Design',
        stage: 'delivery',
        projectCategory: kind,
        reasons: [`It is of the same kind: ${kind}.`, 'It is in the same portfolio: Roads.'],
      },
    ],
  });
  expect(await seen()).toMatchObject({ matchCount: 2 });
  await projects.hears(GateRecorded, {
    projectId: next.projectId,
    gateId: randomUUID(),
    version: 1,
    name: 'Design freeze',
    phaseId: 'design',
    order: 1,
    dueOn: '2026-01-16',
    state: 'planned',
    evidence: [],
    missing: 0,
    isReady: false,
  });
  const atGate = await seen(person('team-member'));
  expect(atGate).toMatchObject({ occasion: 'gate', gateName: 'Design freeze', gateOn: '2026-01-16' });
  expect(atGate.lessons[0]?.reasons).toContain('It was learned in the phase "Design".');
  const { lessons, facets } = await projects.ask(pmo, FindLessons, {
    projectCategory: kind,
    phase: 'Design',
  });
  expect(lessons.map((lesson) => lesson.lessonId)).toEqual([lessonId]);
  expect(facets?.projectCategories).toContain(kind);
  const hidden = await projects.ask(person('team-member'), FindLessons, { projectCategory: kind });
  expect(hidden.total).toBe(1);
});

test('projects that are closing without having asked anybody ask when they are told to, and only once', async () => {
  const [one, other] = [confidentialProject(manager.personId), confidentialProject(manager.personId)];
  for (const project of [one, other]) {
    await projects.ask(pmo, RegisterProject, project);
    // As it was before anybody was asked.
    await projects.rows(`UPDATE project SET stage = 'closing' WHERE project_id = $1`, project.projectId);
  }
  expect(await closingOf(one.projectId)).toMatchObject({ stage: 'closing', answers: [], closings: [] });
  const ask = (asked: AskClosings, by = manager) => projects.ask(by, AskClosings, asked);
  const own = await ask({ projectIds: [one.projectId] });
  expect(own).toMatchObject({ asked: [{ projectId: one.projectId, code: one.code }], remaining: 0 });
  const { answers, closings } = await closingOf(one.projectId);
  expect(answers.map(({ state }) => state)).toEqual(['missing', 'missing', 'missing', 'missing']);
  expect(closings).toMatchObject([{ number: 1, startedByName: 'Grace Hopper', isStopped: false }]);
  expect(await projects.announced(ClosingStarted, one.projectId)).toHaveLength(1);

  await expect(ask({})).rejects.toMatchObject({ code: 'projects/pmo-arranges' });
  const [first, second] = [await ask({}, pmo), await ask({}, pmo)];
  expect(first.asked.map(({ projectId }) => projectId)).toContain(other.projectId);
  expect(first.asked.map(({ projectId }) => projectId)).not.toContain(one.projectId);
  expect(second).toEqual({ asked: [], remaining: 0 });
  expect(await ask({ projectIds: [one.projectId, other.projectId] })).toEqual({ asked: [], remaining: 0 });
  expect(await projects.announced(ClosingStarted, other.projectId)).toHaveLength(1);

  const running = confidentialProject(manager.personId);
  await projects.ask(pmo, RegisterProject, running);
  await expect(ask({ projectIds: [running.projectId] })).rejects.toMatchObject({
    code: 'projects/not-closing',
  });
  const stranger = ask({ projectIds: [one.projectId] }, person('project-manager', 'Jo Bell'));
  await expect(stranger).rejects.toMatchObject({ code: 'access/project-not-found' });
});
