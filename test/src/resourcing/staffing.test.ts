import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  FillAssignment,
  personIdOf,
  ProjectPeople,
  RecordSkill,
  SuggestStaffing,
} from '@meridian/contracts-resourcing';
import { ServiceUnderTest } from '@meridian/testing';
import { FRIDAY, MONDAY, projectOf } from './levelled-portfolio.js';
import type { TrialProject } from './levelled-portfolio.js';
import { lea, recordWorker } from './workers.js';

const STEP_MS = 120_000;
const [ines, ole, ada] = ['S-1', 'S-2', 'S-3'].map(personIdOf) as [string, string, string];

let resourcing: ServiceUnderTest;
let bridge: TrialProject;
let tunnel: TrialProject;

/** Ines welds and is an engineer, Ole is an engineer, Ada is one who is full in the week. */
beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
  await record('S-1', 'Ines Moreau', 'P3');
  await record('S-2', 'Ole Lindqvist', 'P1');
  await record('S-3', 'Ada Full', 'P2');
  const weld = { personId: ines, skill: 'Welder', level: 4, evidence: 'Certificate', isWanted: true };
  await resourcing.ask(lea, RecordSkill, weld);
  await projectOf(resourcing, { name: 'Elsewhere', personEmail: 's-3@example.org' });
  bridge = await projectOf(resourcing, { name: 'Bridge', personEmail: 'Engineer' });
  tunnel = await projectOf(resourcing, {
    name: 'Tunnel',
    personEmail: 'Welder',
    tasks: 2,
    workMinutes: 1_200,
  });
}, STEP_MS);

afterAll(() => resourcing?.end(), STEP_MS);

function record(employeeNumber: string, name: string, grade: string) {
  return recordWorker(resourcing, { employeeNumber, name, grade });
}

function suggest(body: Partial<SuggestStaffing> = {}) {
  const projectIds = [bridge.projectId, tunnel.projectId];
  return resourcing.ask(lea, SuggestStaffing, { projectIds, ...body });
}

test('each unnamed resource gets somebody who can and has time, with reasons and the next best; nobody is booked', async () => {
  const before = await resourcing.rows('SELECT * FROM booking ORDER BY booking_id');
  const { suggestions, filled, unfilled, weights } = await suggest();
  expect({ filled, unfilled }).toEqual({ filled: 2, unfilled: 0 });
  expect(weights).toEqual({ skills: 40, availability: 25, continuity: 15, growth: 10, costGrade: 10 });
  const engineer = suggestions.find(({ resourceName }) => resourceName === 'Engineer');
  const welder = suggestions.find(({ resourceName }) => resourceName === 'Welder');
  expect(engineer).toMatchObject({
    projectName: 'Bridge',
    start: MONDAY,
    finish: FRIDAY,
    workMinutes: 2_400,
    person: { personId: ole, score: 100 * 40 + 100 * 25 + 100 * 10 },
  });
  expect(welder?.assignmentIds).toHaveLength(2);
  expect(welder).toMatchObject({
    person: {
      personId: ines,
      score: 80 * 40 + 100 * 25 + 100 * 10,
      reasons: [
        { kind: 'skills', points: 80, sentence: 'Welder: level 4 of 5 on the last day of the work.' },
        { kind: 'availability', points: 100 },
        { kind: 'continuity', points: 0, sentence: 'Is new to the project.' },
        { kind: 'growth', points: 100, sentence: 'Wants to do more of Welder.' },
        { kind: 'cost-grade', points: 0, sentence: 'Cost grade P3.' },
      ],
    },
  });
  // Without Ole the welder's work is worth more of Ines than the engineer's: that place stays empty then.
  expect(engineer?.nextBest).toBeUndefined();
  expect(welder?.nextBest).toBeUndefined();
  expect(JSON.stringify(suggestions)).not.toContain(ada);
  expect(await resourcing.rows('SELECT * FROM booking ORDER BY booking_id')).toEqual(before);
});

test('the next best is named with what it costs', async () => {
  const { suggestions } = await suggest({ projectIds: [bridge.projectId] });
  expect(suggestions).toMatchObject([
    { person: { personId: ole }, nextBest: { personId: ines }, nextBestCosts: 100 * 10 },
  ]);
});

test('needs that are told count instead of the resource name, weights are those that are told', async () => {
  const need = { projectId: bridge.projectId, resourceName: 'Engineer', skill: 'welder', minimumLevel: 4 };
  const weights = { skills: 1, availability: 0, continuity: 0, growth: 0, costGrade: 0 };
  const { suggestions, score } = await suggest({ projectIds: [bridge.projectId], needs: [need], weights });
  expect(suggestions).toMatchObject([{ person: { personId: ines, score: 100 } }]);
  expect(score).toBe(100);
});

test('what was filled is asked for no more, and whoever is in the project goes on in it', async () => {
  const { suggestions } = await suggest();
  const welder = suggestions.find(({ resourceName }) => resourceName === 'Welder');
  const [assignmentId = ''] = welder?.assignmentIds ?? [];
  await resourcing.ask(lea, FillAssignment, { projectId: tunnel.projectId, assignmentId, personId: ines });
  const after = await suggest({ projectIds: [tunnel.projectId] });
  expect(after.suggestions).toMatchObject([
    { assignmentIds: welder?.assignmentIds.slice(1), workMinutes: 1_200, person: { personId: ines } },
  ]);
  expect(after.suggestions[0]?.person?.reasons).toContainEqual({
    kind: 'continuity',
    points: 100,
    sentence: 'Is booked in the project already.',
  });
  const { unfilled } = await resourcing.ask(lea, ProjectPeople, { projectId: tunnel.projectId });
  expect(unfilled).toBe(1);
});

test('a hidden project is not found', async () => {
  const { projectId } = await projectOf(resourcing, {
    name: 'Secret',
    personEmail: 'Engineer',
    isConfidential: true,
  });
  await expect(suggest({ projectIds: [bridge.projectId, projectId] })).rejects.toMatchObject({
    code: 'access/project-not-found',
  });
});
