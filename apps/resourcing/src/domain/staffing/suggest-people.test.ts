import { describe, expect, test } from '@jest/globals';
import { skillKey } from '../skills/skill.js';
import { fitOf, gradePlaces, type Candidate, type Demand } from './fit.js';
import { suggestPeople } from './suggest-people.js';

const HOURS = 60;
const WEIGHTS = { skills: 40, availability: 25, continuity: 15, growth: 10, costGrade: 10 };

function demand(over: Partial<Demand> = {}): Demand {
  return {
    projectId: 'bridge',
    projectName: 'Bridge',
    resourceName: 'Engineer',
    assignmentIds: ['a1'],
    start: '2027-01-04',
    finish: '2027-01-15',
    workMinutes: 80 * HOURS,
    weeks: [40 * HOURS, 40 * HOURS],
    needs: [],
    ...over,
  };
}

function candidate(name: string, over: Partial<Candidate> = {}): Candidate {
  return {
    personId: name,
    name,
    role: 'Engineer',
    employedUntil: null,
    capacityMinutes: [40 * HOURS, 40 * HOURS],
    bookedMinutes: [0, 0],
    skills: new Map(),
    gradePlace: null,
    grade: null,
    projectIds: new Set(),
    ...over,
  };
}

const skill = (level: number, over: object = {}) => ({ level, validUntil: null, isWanted: false, ...over });
const able = (name: string, level: number, over: object = {}) =>
  new Map([[skillKey(name), skill(level, over)]]);

/** Taking the best person for the first demand leaves nobody for the second. */
test('the one specialist goes where nobody else can, although the first demand would like them as well', () => {
  const welding = [{ skill: 'Welding', minimumLevel: 3 }];
  const first = demand({ resourceName: 'Engineer' });
  const second = demand({ projectId: 'tunnel', resourceName: 'Welder', needs: welding });
  const ines = candidate('Ines', { skills: able('welding', 4), projectIds: new Set(['bridge']) });
  const ole = candidate('Ole', { bookedMinutes: [20 * HOURS, 20 * HOURS] });
  const { suggestions, filled, score } = suggestPeople([first, second], [ines, ole], WEIGHTS);
  expect(suggestions.map(({ person }) => person?.candidate.name)).toEqual(['Ole', 'Ines']);
  expect(filled).toBe(2);
  expect(score).toBe(suggestions.reduce((sum, { person }) => sum + (person?.score ?? 0), 0));
  expect(suggestions.map(({ nextBest }) => nextBest?.candidate.name)).toEqual(['Ines', undefined]);
  expect(suggestions.map(({ nextBestCosts }) => nextBestCosts)).toEqual([null, null]);
});

test('the next best is named with what it costs in all', () => {
  const ines = candidate('Ines');
  const ole = candidate('Ole', { bookedMinutes: [8 * HOURS, 0] });
  const [only] = suggestPeople([demand()], [ole, ines], WEIGHTS).suggestions;
  expect(only?.person?.candidate.name).toBe('Ines');
  expect(only?.nextBest?.candidate.name).toBe('Ole');
  expect(only?.nextBestCosts).toBe(10 * WEIGHTS.availability);
});

describe('nobody is suggested', () => {
  test.each([
    ['without the skill', { role: 'Cook' }],
    [
      'whose certificate ends before the work',
      { role: 'Cook', skills: able('engineer', 5, { validUntil: '2027-01-14' }) },
    ],
    ['without time', { bookedMinutes: [40 * HOURS, 50 * HOURS] }],
    ['who leaves before the work ends', { employedUntil: '2027-01-14' }],
  ])('%s', (_, over) => {
    expect(fitOf(demand(), candidate('Ines', over), WEIGHTS)).toBeNull();
    expect(suggestPeople([demand()], [candidate('Ines', over)], WEIGHTS)).toMatchObject({
      filled: 0,
      suggestions: [{ person: null, nextBest: null }],
    });
  });

  test('where there are no people', () => {
    expect(suggestPeople([demand()], [], WEIGHTS).filled).toBe(0);
  });
});

describe('points', () => {
  const pointsOf = (over: Partial<Candidate>, of: Partial<Demand> = {}) =>
    Object.fromEntries(
      (fitOf(demand(of), candidate('Ines', over), WEIGHTS)?.reasons ?? []).map((one) => [
        one.kind,
        one.points,
      ]),
    );

  test('for skills are the share of each level that is needed', () => {
    const needs = [
      { skill: 'Welding', minimumLevel: 4 },
      { skill: 'Drawing', minimumLevel: 2 },
    ];
    const skills = new Map([
      ['welding', skill(2)],
      ['drawing', skill(5)],
    ]);
    expect(pointsOf({ skills }, { needs })).toMatchObject({ skills: 75 });
    expect(pointsOf({ role: 'Cook', skills: able('engineer', 3) })).toMatchObject({ skills: 60 });
  });

  test('for time are the share of the work that fits in week by week, not over all', () => {
    expect(
      pointsOf({ bookedMinutes: [30 * HOURS, 0], capacityMinutes: [40 * HOURS, 60 * HOURS] }),
    ).toMatchObject({
      availability: 62,
    });
  });

  test('count who is in the project, who wishes it, and who costs less', () => {
    expect(
      pointsOf({
        projectIds: new Set(['bridge']),
        skills: able('engineer', 1, { isWanted: true }),
        gradePlace: 0,
      }),
    ).toMatchObject({ continuity: 100, growth: 100, 'cost-grade': 100 });
    expect(pointsOf({ gradePlace: 1 })).toMatchObject({ continuity: 0, growth: 0, 'cost-grade': 0 });
    expect(pointsOf({})).toMatchObject({ 'cost-grade': 50 });
  });

  test('times weights are the score', () => {
    expect(fitOf(demand(), candidate('Ines'), WEIGHTS)?.score).toBe(100 * 40 + 100 * 25 + 50 * 10);
  });
});

test('grades stand in the order people count in', () => {
  expect([...gradePlaces(['P10', 'P2', 'P1', 'P2'])]).toEqual([
    ['P1', 0],
    ['P2', 0.5],
    ['P10', 1],
  ]);
  expect(gradePlaces(['P1']).get('P1')).toBe(0.5);
});
