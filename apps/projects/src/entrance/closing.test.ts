import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ImportPlan,
  MoveProject,
  ProjectLifecycle,
  ProjectRecord,
  RecordRaid,
  RegisterProject,
  ReviseProject,
  SettleRaid,
  StopProject,
} from '@meridian/contracts-projects';
import { MilestoneAccepted } from '@meridian/contracts-quality';
import { person, ServiceUnderTest } from '@meridian/testing';
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
  await projects.ask(pmo, RegisterProject, { ...wall, stage: 'closing' });
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
  const missing = [
    { guard: 'deliverables-accepted', found: '1 milestones not accepted' },
    { guard: 'register-settled', found: '1 open entries in the register of risks and issues' },
  ];
  const { next } = await projects.ask(pmo, ProjectLifecycle, { projectId });
  expect(next).toMatchObject([
    { to: 'benefits', missing },
    { to: 'archived', missing: [...missing, { guard: 'evidence' }] },
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
      checked: [{ found: 'it was not stopped' }, { found: '0 milestones not accepted' }, {}],
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
  ).rejects.toMatchObject({ details: { missing: [{ guard: 'not-stopped' }] } });
  await archive(running.projectId);
  await settle(projectId, entryId);
  await expect(archive(projectId)).rejects.toMatchObject({
    details: { missing: [{ guard: 'deliverables-accepted' }] },
  });
});
