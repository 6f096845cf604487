import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  GrowthPlan,
  ProjectPeople,
  RecordGrowthGoal,
  RecordSkill,
  SuggestStaffing,
} from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';
import type { TestPerson } from '@meridian/testing';
import { projectOf } from './levelled-portfolio.js';
import type { TrialProject } from './levelled-portfolio.js';
import { lea, recordWorker, worker } from './workers.js';

const STEP_MS = 120_000;
const anna = person('pmo-manager', 'Anna');
const ines = worker('G-1', 'Ines Moreau');
const boss = worker('G-2', 'Ada Boss');
const goalId = randomUUID();

let resourcing: ServiceUnderTest;
let secret: TrialProject;
let open: TrialProject;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('G-2', 'Ada Boss');
  await record('G-1', 'Ines Moreau', boss.personId);
  await projectOf(resourcing, { name: 'Bridge', personEmail: 'g-1@example.org', workMinutes: 240 });
  secret = await projectOf(resourcing, {
    name: 'Secret',
    personEmail: 'g-1@example.org',
    workMinutes: 240,
    isConfidential: true,
  });
  open = await projectOf(resourcing, { name: 'Tunnel', personEmail: 'Validation' });
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function record(employeeNumber: string, name: string, lineManagerId?: string) {
  return recordWorker(resourcing, { employeeNumber, name, orgUnit: 'Yard', lineManagerId });
}

const refused = (code: string) => expect.objectContaining({ code });
const goal = { goalId, skill: 'Validation', level: 3, by: '2099-06-30', why: 'To lead one.' };
const planOf = (asker: TestPerson) => resourcing.ask(asker, GrowthPlan, { personId: ines.personId });

test('a person names a skill, a level, a day and the assignments that build it; openings that ask for it are shown', async () => {
  const { assignments, lineManager } = await planOf(ines);
  expect(lineManager).toEqual({ personId: boss.personId, personName: 'Ada Boss' });
  expect(new Set(assignments.map(({ projectName }) => projectName))).toEqual(new Set(['Bridge', 'Secret']));
  const body = { ...goal, assignmentIds: assignments.map(({ assignmentId }) => assignmentId) };
  const first = await resourcing.ask(ines, RecordGrowthGoal, body, { version: 0, key: 'one-goal' });
  expect(await resourcing.ask(ines, RecordGrowthGoal, body, { version: 0, key: 'one-goal' })).toEqual(first);
  const { goals } = await planOf(ines);
  expect(goals).toMatchObject([{ state: 'open', startLevel: 0, currentLevel: 0, version: 1 }]);
  expect(goals[0]?.openings).toMatchObject([{ projectId: open.projectId, projectName: 'Tunnel' }]);
});

test('the line manager sees it without confidential work, nobody else sees it', async () => {
  const { goals } = await planOf(boss);
  expect(goals[0]?.assignments.map(({ projectName }) => projectName)).toEqual(['Bridge']);
  for (const other of [lea, anna]) {
    await expect(planOf(other)).rejects.toMatchObject(refused('resourcing/person-not-found'));
    const theirs = { ...goal, personId: ines.personId, assignmentIds: [] };
    await expect(resourcing.ask(other, RecordGrowthGoal, theirs)).rejects.toMatchObject(
      refused('resourcing/person-not-found'),
    );
  }
});

test('the line manager changes a goal, and confidential work that builds it stays with it unseen', async () => {
  const { goals } = await planOf(boss);
  const assignmentIds = goals[0]!.assignments.map(({ assignmentId }) => assignmentId);
  const change = { ...goal, level: 4, personId: ines.personId, assignmentIds };
  await resourcing.ask(boss, RecordGrowthGoal, change, { version: 1 });
  const kept = (await planOf(ines)).goals[0];
  expect(kept).toMatchObject({ level: 4, version: 2 });
  expect(new Set(kept?.assignments.map(({ projectName }) => projectName))).toEqual(
    new Set(['Bridge', 'Secret']),
  );
  await resourcing.ask(boss, RecordGrowthGoal, { ...change, level: 3 }, { version: 2 });
});

test('a goal names only assignments of the person, and a day to come', async () => {
  const { bookings } = await resourcing.ask(anna, ProjectPeople, { projectId: open.projectId });
  const assignmentIds = bookings.map(({ assignmentId }) => assignmentId);
  await expect(
    resourcing.ask(ines, RecordGrowthGoal, { ...goal, assignmentIds }, { version: 3 }),
  ).rejects.toMatchObject(refused('resourcing/not-their-assignment'));
  const over = { ...goal, goalId: randomUUID(), by: '2021-01-01', assignmentIds: [] };
  await expect(resourcing.ask(ines, RecordGrowthGoal, over)).rejects.toMatchObject(
    refused('resourcing/day-is-over'),
  );
  const foreign = { ...goal, assignmentIds: [] };
  await expect(resourcing.ask(boss, RecordGrowthGoal, foreign, { version: 3 })).rejects.toMatchObject(
    refused('resourcing/goal-not-found'),
  );
});

test('suggestions name the goal, and it is reached when the level is confirmed', async () => {
  const { personId } = ines;
  const stated = { personId, skill: 'validation', level: 3, evidence: 'Course' };
  await resourcing.ask(ines, RecordSkill, stated);
  const { suggestions } = await resourcing.ask(lea, SuggestStaffing, { projectIds: [open.projectId] });
  expect(JSON.stringify(suggestions)).toContain('Wants to do more of Validation.');
  expect((await planOf(ines)).goals).toMatchObject([{ state: 'open', currentLevel: 3 }]);
  await resourcing.ask(boss, RecordSkill, { ...stated, evidence: 'Led the tunnel' });
  const { goals } = await planOf(boss);
  expect(goals).toMatchObject([{ state: 'reached' }]);
  expect(goals[0]?.evidence.map(({ evidence }) => evidence)).toEqual(['Led the tunnel', 'Course']);
});

test('a confidential project stays hidden in what the line manager gets', async () => {
  expect(JSON.stringify(await planOf(boss))).not.toContain(secret.projectId);
});
