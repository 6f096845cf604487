import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BusinessCaseRecorded } from '@meridian/contracts-budgeting';
import { GateDecided } from '@meridian/contracts-governance';
import {
  ImportPlan,
  MoveProject,
  ProjectLifecycle,
  ProjectRecord,
  ProjectRecorded,
  ProjectStopped,
  RegisterProject,
  ReportProgress,
  ProjectPlan,
  ReviseProject,
  StopProject,
  SubmitIdea,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';
import { confidentialProject } from './confidential-project.js';
import { writtenPlan } from './written-plan.js';

const pmo = person('pmo-manager', 'Anna Meyer');
const sponsor = person('sponsor', 'Sam Rossi');
const manager = person('project-manager', 'Grace Hopper');
const inventor = person('contractor', 'Kai Brandt');
const WORDS = 'Orders are typed three times.\n\n  One system would do.  ';
let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

async function idea(by = inventor): Promise<string> {
  const wish = { name: 'One order system', request: WORDS, currency: 'EUR' };
  return (await projects.ask(by, SubmitIdea, wish)).id;
}

async function move(projectId: string, to: MoveProject['to'], by = pmo, evidence?: string) {
  const reason = `On to ${to}.`;
  const named = evidence === undefined ? {} : { evidence };
  return projects.ask(by, MoveProject, { projectId, to, reason, ...named });
}

function lifeOf(projectId: string, by = pmo) {
  return projects.ask(by, ProjectLifecycle, { projectId });
}

function name(projectId: string) {
  const people = {
    managerPersonId: manager.personId,
    managerName: manager.name,
    sponsorPersonId: sponsor.personId,
    sponsorName: sponsor.name,
  };
  return projects.ask(pmo, ReviseProject, { projectId, ...people });
}

async function justify(projectId: string) {
  await projects.hears(BusinessCaseRecorded, {
    projectId,
    version: 1,
    summary: 'One order system instead of three',
    currency: 'EUR',
    npvMinor: '118844000',
    irrState: 'none',
    irrRates: [],
  });
}

async function plan(projectId: string) {
  const contentBase64 = Buffer.from(writtenPlan([{ uid: 1, name: 'Build', days: 1 }])).toString('base64');
  await projects.ask(pmo, ImportPlan, { projectId, fileName: 'plan.xml', contentBase64 });
}

async function approved(): Promise<string> {
  const projectId = await idea();
  await name(projectId);
  await justify(projectId);
  await move(projectId, 'proposal');
  await move(projectId, 'candidate', manager);
  await move(projectId, 'approved', sponsor, 'Board 2026-11-20, item 3');
  return projectId;
}

test('an idea of anybody becomes a project in delivery; every step is kept, and its first words stay', async () => {
  const projectId = await approved();
  await plan(projectId);
  await move(projectId, 'delivery', manager);
  const life = await lifeOf(projectId, inventor);
  expect(life).toMatchObject({
    stage: 'delivery',
    request: { name: 'One order system', request: WORDS, submittedByName: 'Kai Brandt' },
    transitions: [
      { number: 1, to: 'idea', act: 'submitted', byName: 'Kai Brandt' },
      {
        number: 2,
        from: 'idea',
        to: 'proposal',
        act: 'moved',
        byName: 'Anna Meyer',
        reason: 'On to proposal.',
      },
      { from: 'proposal', to: 'candidate', byName: 'Grace Hopper' },
      { from: 'candidate', to: 'approved', byName: 'Sam Rossi', evidence: 'Board 2026-11-20, item 3' },
      {
        from: 'approved',
        to: 'delivery',
        checked: [{}, {}, { guard: 'plan', found: 'version 1 of the plan' }],
      },
    ],
    next: [
      {
        to: 'closing',
        who: ['pmo', 'manager'],
        missing: [{ guard: 'work-done', found: '1 tasks not done' }],
      },
    ],
  });
  const told = await projects.announced(ProjectRecorded, projectId);
  expect(told.map(({ stage }) => stage)).toEqual([
    'idea',
    'idea',
    'proposal',
    'candidate',
    'approved',
    'delivery',
  ]);
  expect(told[0]).toMatchObject({ portfolio: 'Ideas', code: `I-${projectId.slice(0, 8).toUpperCase()}` });
});

test('nothing is skipped and nothing is passed without what it asks for; all that is missing is told', async () => {
  const projectId = await idea();
  await expect(move(projectId, 'approved', pmo, 'Board')).rejects.toMatchObject({
    code: 'projects/stage-not-next',
    details: { stage: 'idea', allowed: ['proposal'] },
  });
  await expect(move(projectId, 'proposal')).rejects.toMatchObject({
    code: 'projects/stage-guarded',
    details: {
      missing: [{ guard: 'manager', found: 'no manager', toDo: 'Name the person who manages it.' }],
    },
  });
  await name(projectId);
  await expect(move(projectId, 'proposal', manager)).rejects.toMatchObject({
    code: 'projects/not-who-decides',
    kind: 'forbidden',
  });
  await expect(
    projects.ask(pmo, MoveProject, { projectId, to: 'proposal', reason: 'Late' }, { version: 1 }),
  ).rejects.toMatchObject({ code: 'projects/version-conflict' });
  await expect(projects.ask(pmo, ReviseProject, { projectId, stage: 'approved' })).rejects.toMatchObject({
    code: 'projects/stage-not-revised',
  });
  expect((await lifeOf(projectId)).transitions).toHaveLength(1);
});

test('delivered work is closed; the first step of a registered project says where it began', async () => {
  const wall = confidentialProject(manager.personId);
  const { projectId } = wall;
  await projects.ask(pmo, RegisterProject, wall);
  await plan(projectId);
  await expect(move(projectId, 'closing', manager)).rejects.toMatchObject({ code: 'projects/stage-guarded' });
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  const taskId = tasks[0]?.taskId ?? '';
  const done = {
    percentComplete: 100,
    asOf: '2026-03-06',
    actualStart: '2026-03-02',
    actualFinish: '2026-03-02',
  };
  await projects.ask(manager, ReportProgress, { projectId, taskId, ...done });
  await move(projectId, 'closing', manager);
  expect((await lifeOf(projectId, manager)).transitions).toMatchObject([
    { to: 'delivery', act: 'registered', byName: 'Anna Meyer' },
    { from: 'delivery', to: 'closing', checked: [{ guard: 'work-done', found: '0 tasks not done' }] },
  ]);
  await expect(lifeOf(projectId, inventor)).rejects.toMatchObject({ kind: 'not-found' });
});

test('a stop needs a decision, tells why, and closes what was approved', async () => {
  const projectId = await approved();
  const stop = { projectId, reasonCode: 'business-case-gone' as const, reason: 'The product is withdrawn.' };
  await expect(projects.ask(sponsor, StopProject, stop)).rejects.toMatchObject({
    code: 'projects/stage-guarded',
  });
  await expect(projects.ask(manager, StopProject, { ...stop, evidence: 'Me' })).rejects.toMatchObject({
    code: 'projects/not-who-decides',
  });
  const key = randomUUID();
  const first = await projects.ask(sponsor, StopProject, { ...stop, evidence: 'Board, item 4' }, { key });
  expect(await projects.ask(sponsor, StopProject, { ...stop, evidence: 'Board, item 4' }, { key })).toEqual(
    first,
  );
  expect(await projects.announced(ProjectStopped, projectId)).toMatchObject([
    { stageBefore: 'approved', reasonCode: 'business-case-gone', stoppedByName: 'Sam Rossi' },
  ]);
  expect((await lifeOf(projectId)).transitions.at(-1)).toMatchObject({
    to: 'closing',
    act: 'stopped',
    reasonCode: 'business-case-gone',
    evidence: 'Board, item 4',
  });
  await expect(projects.ask(pmo, StopProject, { ...stop, evidence: 'Again' })).rejects.toMatchObject({
    code: 'projects/cannot-stop',
  });
});

test('who had an idea may withdraw it; the archive is read, not changed', async () => {
  const projectId = await idea();
  const stop = { projectId, reasonCode: 'withdrawn' as const, reason: 'It is there already.' };
  await expect(projects.ask(person('contractor'), StopProject, stop)).rejects.toMatchObject({
    kind: 'not-found',
  });
  const out = { to: 'archived', who: ['pmo', 'sponsor', 'submitter'], missing: [] };
  const seen = await projects.ask(inventor, ProjectLifecycle, { projectId });
  expect(seen).toMatchObject({ next: [{ to: 'proposal', isYours: false }], stop: { ...out, isYours: true } });
  await projects.ask(inventor, StopProject, stop);
  expect(await projects.ask(pmo, ProjectRecord, { projectId })).toMatchObject({ stage: 'archived' });
  const archived = { code: 'projects/archived' };
  await expect(projects.ask(pmo, ReviseProject, { projectId, name: 'New' })).rejects.toMatchObject(archived);
  await expect(plan(projectId)).rejects.toMatchObject(archived);
  await expect(move(projectId, 'idea')).rejects.toMatchObject(archived);
  const ended = await lifeOf(projectId);
  expect(ended.next).toEqual([]);
  expect(ended).not.toHaveProperty('stop');
});

test('the kill of a gate is a stop; heard again, or after the end, it changes nothing', async () => {
  const projectId = await approved();
  const gate = {
    projectId,
    gateId: randomUUID(),
    name: 'Design gate',
    phaseId: 'design',
    decision: 'kill' as const,
    reason: 'It does not pay any more.',
    conditions: [],
    decidedBy: sponsor.personId,
    decidedByName: sponsor.name,
    decidedOn: '2026-04-01',
  };
  await projects.hears(GateDecided, gate);
  await projects.hears(GateDecided, gate);
  expect(await projects.announced(ProjectStopped, projectId)).toMatchObject([
    {
      reasonCode: 'gate-decision',
      reason: 'It does not pay any more.',
      evidence: 'Gate of 2026-04-01: Design gate',
    },
  ]);
  expect((await lifeOf(projectId)).transitions.filter(({ act }) => act === 'gate')).toHaveLength(1);
});

test('neither the request nor a step of the history is ever edited', async () => {
  const projectId = await idea();
  const edit = 'UPDATE original_request SET request = $2 WHERE project_id = $1::uuid';
  await expect(projects.rows(edit, projectId, 'Other words')).rejects.toThrow('never edited');
  const drop = 'DELETE FROM stage_transition WHERE project_id = $1::uuid';
  await expect(projects.rows(drop, projectId)).rejects.toThrow('never edited');
});
