import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GateDecided } from '@meridian/contracts-governance';
import {
  ListProjects,
  ProjectRecord,
  ProjectRecorded,
  RegisterProject,
  ReviseProject,
} from '@meridian/contracts-projects';
import { person, ServiceUnderTest } from '@meridian/testing';

const pmo = person('pmo-manager');
const manager = person('project-manager', 'Grace Hopper');
let projects: ServiceUnderTest;

beforeAll(async () => {
  projects = await ServiceUnderTest.start('projects');
});
afterAll(() => projects.end());

async function register(code: string, given: Partial<RegisterProject> = {}) {
  const record = { name: `Project ${code}`, portfolio: 'Roads', stage: 'delivery' as const, currency: 'EUR' };
  const phases = [
    { phaseId: 'design', name: 'Design', order: 1, gateOn: '2026-04-01' },
    { phaseId: 'build', name: 'Build', order: 2 },
  ];
  const managerPersonId = manager.personId;
  const request = { code, ...record, phases, currentPhaseId: 'design', managerPersonId, ...given };
  return (await projects.ask(pmo, RegisterProject, request)).id;
}

test('a registered project is announced whole and found by part of its name', async () => {
  const projectId = await register('R-1', { programme: 'Bridges' });
  const fact = { projectId, version: 1, code: 'R-1', programme: 'Bridges', currentPhaseId: 'design' };
  expect(await projects.announced(ProjectRecorded, projectId)).toMatchObject([
    { ...fact, isConfidential: false },
  ]);
  expect(await projects.ask(manager, ProjectRecord, { projectId })).toMatchObject({ ...fact, history: [] });
  const page = await projects.ask(manager, ListProjects, { text: 'project r-1' });
  expect(page).toMatchObject({ total: 1, projects: [{ projectId, code: 'R-1' }] });
});

test('a code belongs to one project, a phase to one place', async () => {
  await register('R-2');
  await expect(register('R-2')).rejects.toMatchObject({ code: 'projects/code-taken', kind: 'conflict' });
  await expect(register('R-3', { currentPhaseId: 'handover' })).rejects.toMatchObject({
    code: 'projects/unknown-phase',
  });
  const phase = { phaseId: 'design', name: 'Design', order: 1 };
  await expect(register('R-3', { phases: [phase, phase] })).rejects.toMatchObject({
    code: 'projects/phase-twice',
  });
});

test('a revision counts the version up; one made on an older version is refused', async () => {
  const projectId = await register('R-4');
  const revised = await projects.ask(manager, ReviseProject, { projectId, name: 'New name' }, { version: 1 });
  expect(revised).toEqual({ id: projectId, version: 2 });
  await expect(
    projects.ask(manager, ReviseProject, { projectId, name: 'Other name' }, { version: 1 }),
  ).rejects.toMatchObject({
    code: 'projects/version-conflict',
    kind: 'stale-version',
    details: { version: 2 },
  });
  expect(await projects.announced(ProjectRecorded, projectId)).toMatchObject([
    { version: 1, name: 'Project R-4' },
    { version: 2, name: 'New name', code: 'R-4' },
  ]);
});

test('only its manager and the PMO revise a project; a confidential one is hidden from all others', async () => {
  const projectId = await register('R-5', { isConfidential: true });
  const other = person('project-manager');
  const hidden = { code: 'access/project-not-found', kind: 'not-found' };
  await expect(projects.ask(other, ReviseProject, { projectId, name: 'Mine' })).rejects.toMatchObject(hidden);
  await expect(projects.ask(other, ProjectRecord, { projectId })).rejects.toMatchObject(hidden);
  expect(await projects.ask(other, ListProjects, { text: 'R-5' })).toMatchObject({ total: 0, projects: [] });
  const open = await register('R-6');
  await expect(projects.ask(other, ReviseProject, { projectId: open, name: 'Mine' })).rejects.toMatchObject({
    code: 'access/not-your-project',
    kind: 'forbidden',
  });
  expect(await projects.announced(ProjectRecorded, open)).toHaveLength(1);
});

test('a passed gate opens the next phase, a kill starts the closing, a hold changes nothing', async () => {
  const projectId = await register('R-7');
  const gate = {
    projectId,
    gateId: randomUUID(),
    name: 'Design gate',
    phaseId: 'design',
    reason: 'All evidence is there.',
    conditions: [],
    decidedBy: pmo.personId,
    decidedByName: pmo.name,
    decidedOn: '2026-04-01',
  };
  await projects.hears(GateDecided, { ...gate, decision: 'hold' });
  await projects.hears(GateDecided, { ...gate, decision: 'go', nextPhaseId: 'build' });
  await projects.hears(GateDecided, { ...gate, decision: 'kill', phaseId: 'build' });
  await projects.hears(GateDecided, { ...gate, projectId: randomUUID(), decision: 'kill' });
  expect(await projects.announced(ProjectRecorded, projectId)).toMatchObject([
    { version: 1, currentPhaseId: 'design', stage: 'delivery' },
    { version: 2, currentPhaseId: 'build', stage: 'delivery' },
    { version: 3, currentPhaseId: 'build', stage: 'closing' },
  ]);
});

test('a list of projects goes on where the page before ended', async () => {
  for (const code of ['L-1', 'L-2', 'L-3']) await register(code, { portfolio: 'Listed' });
  const first = await projects.ask(pmo, ListProjects, { portfolio: 'Listed', limit: 2 });
  const rest = await projects.ask(pmo, ListProjects, {
    portfolio: 'Listed',
    limit: 2,
    cursor: first.nextCursor ?? '',
  });
  expect([first, rest].map((page) => page.projects.map(({ code }) => code))).toEqual([
    ['L-1', 'L-2'],
    ['L-3'],
  ]);
  expect([first.total, rest.nextCursor]).toEqual([3, undefined]);
});
