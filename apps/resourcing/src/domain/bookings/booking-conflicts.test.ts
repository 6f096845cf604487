import { expect, test } from '@jest/globals';
import { conflictsOf } from './booking-conflicts.js';

const work = { start: '2026-12-07', finish: '2026-12-18', workMinutes: 2_400 };
const week = (weekStart: string, bookedMinutes: number) => ({
  weekStart,
  capacityMinutes: 2_400,
  bookedMinutes,
});
const weeks = [week('2026-11-30', 3_000), week('2026-12-07', 1_500), week('2026-12-14', 1_000)];

test('a proposal adds its half of the work to each week: 25 h and 20 h are more than the 40 h there are', () => {
  expect(conflictsOf(work, weeks, false)).toEqual([
    { weekStart: '2026-12-07', capacityMinutes: 2_400, bookedMinutes: 2_700, workMinutes: 1_200 },
  ]);
});

test('what is booked is among the booked minutes already, and a week it takes no part in is not its conflict', () => {
  expect(conflictsOf(work, weeks, true)).toEqual([]);
  const full = [week('2026-11-30', 9_000), week('2026-12-07', 2_401)];
  expect(conflictsOf(work, full, true).map(({ weekStart }) => weekStart)).toEqual(['2026-12-07']);
});

test('any work in a week without time is a conflict', () => {
  const away = [{ weekStart: '2026-12-07', capacityMinutes: 0, bookedMinutes: 0 }];
  expect(conflictsOf(work, away, false)).toHaveLength(1);
});
