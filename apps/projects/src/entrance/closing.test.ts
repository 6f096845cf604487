import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ImportPlan,
  MoveProject,
  ProjectLifecycle,
  ProjectPlan,
  ProjectRecord,
  RecordLesson,
  RecordRaid,
  RegisterProject,
  ReportProgress,
  ReviseProject,
  SettleRaid,
  StopProject,
} from '@meridian/contracts-projects';
import { MilestoneAccepted } from '@meridian/contracts-quality';
import { person, ServiceUnderTest } from '@meridian/testing';
import { ClosingAnswers } from './closing-answers.js';
import { confidentialProject } from './confidential-project.js';
import { wallPlan, writtenPlan } from './written-plan.js';

const pmo = person('pmo-manager', 'Anna Meyer');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

/** In closing, with a milestone nobody has accepted and an open risk. */
async function closing(): Promise<{ projectId: string; entryId: string }> {
  const wall = confidentialProject(manager.personId);
  const { projectId } = wall;
  const sponsor = { sponsorPersonId: pmo.personId, sponsorName: pmo.name };
  await projects.ask(pmo, RegisterProject, { ...wall, ...sponsor, stage: 'closing' });
  await projects.ask(
    manager,
    ImportPlan,
    wallPlan(projectId, writtenPlan([{ uid: 1, name: 'Wall stands', days: 0 }])),
  );
  const entryId = randomUUID();
  const risk = {
    kind: 'risk' as const,
    title: 'Frost comes early',
    ownerPersonId: manager.personId,
    ownerName: manager.name,
    inherent: { probabilityPercent: 30, impactMinor: '25000000', impactDays: 40 },
    hits: [],
  };
  await projects.ask(manager, RecordRaid, { projectId, entryId, ...risk }, { version: 0 });
  return { projectId, entryId };
}

/** What a closing needs besides: a lesson, the work reported, and answers of the others with nothing open. */
async function allElse(projectId: string) {
  await learn(projectId);
  const { tasks } = await projects.ask(manager, ProjectPlan, { projectId });
  for (const { taskId } of tasks) {
    const days = { asOf: '2026-03-06', actualStart: '2026-03-02', actualFinish: '2026-03-02' };
    await projects.ask(manager, ReportProgress, { projectId, taskId, percentComplete: 100, ...days });
  }
  await (await ClosingAnswers.of(projects, projectId)).allClear();
}

function learn(projectId: string) {
  const said = { whatHappened: 'The frost came in October.', recommendation: 'Pour before October.' };
  const lesson = { projectId, lessonId: randomUUID(), category: 'risk' as const, ...said };
  return projects.ask(manager, RecordLesson, lesson, { version: 0 });
}

function archive(projectId: string) {
  const on = { to: 'archived' as const, reason: 'All is settled.', evidence: 'Closing report' };
  return projects.ask(pmo, MoveProject, { projectId, ...on });
}

function settle(projectId: string, entryId: string) {
  const end = { outcome: 'expired' as const, reason: 'The season is over.' };
  return projects.ask(manager, SettleRaid, { projectId, entryId, ...end }, { version: 1 });
}

test('a project is closed when its deliverables are accepted and its risks settled, and says before what is missing', async () => {
  const { projectId, entryId } = await closing();
  await allElse(projectId);
  const missing = [
    { guard: 'deliverables-accepted', found: '1 milestones not accepted' },
    { guard: 'register-settled', found: '1 open entries in the register of risks and issues' },
  ];
  const { next } = await projects.ask(pmo, ProjectLifecycle, { projectId });
  expect(next).toMatchObject([
    { to: 'benefits', missing },
    { to: 'archived', missing: [...missing, { guard: 'evidence' }] },
    { to: 'delivery', missing: [] },
  ]);
  await expect(archive(projectId)).rejects.toMatchObject({
    code: 'projects/stage-guarded',
    details: { missing },
  });

  await settle(projectId, entryId);
  const { milestones } = await projects.ask(manager, ProjectRecord, { projectId });
  await projects.hears(MilestoneAccepted, {
    projectId,
    milestoneId: milestones[0]?.milestoneId ?? '',
    milestoneName: 'Wall stands',
    acceptedBy: pmo.personId,
    acceptedByName: pmo.name,
    acceptedOn: '2026-03-06',
  });
  await projects.ask(pmo, MoveProject, { projectId, to: 'benefits', reason: 'The wall is in use.' });
  await archive(projectId);
  expect((await projects.ask(pmo, ProjectLifecycle, { projectId })).transitions).toMatchObject([
    { to: 'closing', act: 'registered' },
    {
      to: 'benefits',
      checked: [
        { found: 'it was not stopped' },
        { found: 'sponsor Anna Meyer' },
        { found: '0 milestones not accepted' },
        { guard: 'register-settled' },
        { found: '0 tasks not done' },
        { found: 'all have answered, nothing is open' },
        { found: '1 lessons' },
      ],
    },
    { to: 'archived', evidence: 'Closing report' },
  ]);
  const again = projects.ask(pmo, ReviseProject, { projectId, name: 'Other' });
  await expect(again).rejects.toMatchObject({ code: 'projects/archived' });
});

test('a stopped project is archived without what it never delivered, but not with an open risk', async () => {
  const { projectId, entryId } = await closing();
  const running = confidentialProject(manager.personId);
  await projects.ask(pmo, RegisterProject, running);
  const stop = { reasonCode: 'too-risky' as const, reason: 'The ground moves.', evidence: 'Board' };
  await projects.ask(pmo, StopProject, { projectId: running.projectId, ...stop });
  const benefits = { to: 'benefits' as const, reason: 'Why not.' };
  await expect(
    projects.ask(pmo, MoveProject, { projectId: running.projectId, ...benefits }),
  ).rejects.toMatchObject({
    details: {
      missing: [
        { guard: 'not-stopped' },
        { guard: 'sponsor' },
        { guard: 'others-clear' },
        { guard: 'lessons-recorded' },
      ],
    },
  });
  await allElse(running.projectId);
  await archive(running.projectId);
  await settle(projectId, entryId);
  await allElse(projectId);
  await expect(archive(projectId)).rejects.toMatchObject({
    details: { missing: [{ guard: 'deliverables-accepted' }] },
  });
});
