import { expect, test } from '@jest/globals';
import { goalState } from './goal.js';

const goal = { level: 3, by: '2026-12-31', isDropped: false };
const skill = { level: 3, validUntil: null, isConfirmed: true };

test('a goal is reached with a confirmed level, not with a stated one', () => {
  expect(goalState(goal, skill, '2026-11-23')).toBe('reached');
  expect(goalState(goal, { ...skill, isConfirmed: false }, '2026-11-23')).toBe('open');
  expect(goalState(goal, { ...skill, level: 2 }, '2026-11-23')).toBe('open');
  expect(goalState(goal, null, '2026-11-23')).toBe('open');
});

test('a level that has expired is not reached, and after its day the goal is late', () => {
  expect(goalState(goal, { ...skill, validUntil: '2026-12-30' }, '2026-12-31')).toBe('open');
  expect(goalState(goal, { ...skill, validUntil: '2026-12-30' }, '2027-01-01')).toBe('late');
});

test('a dropped goal is dropped, whatever the skill', () => {
  expect(goalState({ ...goal, isDropped: true }, skill, '2027-01-01')).toBe('dropped');
});
