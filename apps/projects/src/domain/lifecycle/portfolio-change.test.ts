import { expect, test } from '@jest/globals';
import { movedDates } from './portfolio-change.js';
import type { DatedProject } from './portfolio-change.js';

const project: DatedProject = {
  stage: 'candidate',
  hasPlan: false,
  start: '2027-01-01',
  finish: '2027-12-31',
};

test('a project that is moved lasts as long as before', () => {
  expect(movedDates(project, '2027-04-01')).toEqual({ start: '2027-04-01', finish: '2028-03-30' });
  expect(movedDates({ ...project, finish: null }, '2027-04-01')).toEqual({
    start: '2027-04-01',
    finish: null,
  });
});

test('what has begun, has a plan, or is to start in a period that tells no day is not moved', () => {
  expect(() => movedDates({ ...project, stage: 'delivery' }, '2027-04-01')).toThrow('its start is past');
  expect(() => movedDates({ ...project, hasPlan: true }, '2027-04-01')).toThrow('its dates come from there');
  expect(() => movedDates(project, undefined)).toThrow('tells no first day');
});
