import { describe, expect, test } from '@jest/globals';
import type { Searched } from './find-plant.js';
import { PLANTS } from './plant-bank.js';
import type { Plant } from './plant.js';
import { median, plantsAnswer } from './plants-answer.js';
import type { Sought } from './plants-answer.js';

const plant = PLANTS[0] as Plant;
const told: Searched = { wrong: ['check 1: lost: a report'], troubles: [], seconds: 40, acknowledged: 9 };
const quiet: Searched = { ...told, wrong: [] };
const sought = (facts: Partial<Sought>): Sought => ({
  plant,
  searched: told,
  control: undefined,
  failure: undefined,
  ...facts,
});

describe('a planted mistake', () => {
  test('is found when a check of its run says so', () => {
    const answer = plantsAnswer([sought({})], new Date(0), 41);
    expect(answer).toMatchObject({ planted: 1, found: 1, medianSecondsToFind: 40, violations: [] });
  });

  test('is not found when only the run itself had trouble', () => {
    const searched = { ...quiet, troubles: ['without effect: 3 broker killed'] };
    const answer = plantsAnswer([sought({ searched })], new Date(0), 41);
    expect(answer).toMatchObject({ found: 0, medianSecondsToFind: null });
    expect(answer.violations).toEqual([`${plant.name} was not found`]);
  });

  test('is not found when the run without it fails as well', () => {
    const answer = plantsAnswer([sought({ control: told })], new Date(0), 80);
    expect(answer.found).toBe(0);
    expect(answer.violations[0]).toContain(
      'does not hold without the mistake either: check 1: lost: a report',
    );
    expect(plantsAnswer([sought({ control: quiet })], new Date(0), 80).found).toBe(1);
  });

  test('is not found when its run could not be played', () => {
    const answer = plantsAnswer(
      [sought({ searched: undefined, failure: 'no port is free' })],
      new Date(0),
      1,
    );
    expect(answer.violations).toEqual([`${plant.name}: no port is free`]);
  });
});

test('the median is the middle, of an even number the mean of the two in the middle', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([40, 10, 20, 30])).toBe(25);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNull();
});
