import { expect, test } from '@jest/globals';
import { readPlanFile } from '../read-plan-file.js';
import { weekdayDate } from './weekday-date.js';

test.each([
  ['Mon 3/2/26', '2026-03-02'],
  ['Mon 2/3/26', '2026-03-02'],
  ['Fri 06.03.2026', '2026-03-06'],
  ['Tuesday, 31-3-2026', '2026-03-31'],
  ['Wed 3/4/26 5:00 PM', '2026-03-04T17:00:00'],
  ['Sat 12/12/99 12:30 AM', undefined],
  ['Sun 12/12/99 12:30 AM', '1999-12-12T00:30:00'],
  ['Thu 2/30/26', undefined],
  ['Tue 3/2/26', '2026-02-03'],
  ['Wed 3/2/26', undefined],
  ['3/2/26', undefined],
  ['2026-03-02', undefined],
])('%s is %s: the weekday tells which figure is the month', (text, date) => {
  expect(weekdayDate(text)).toBe(date);
});

test('a date whose weekday fits both orders is not guessed', () => {
  // 2026-05-12 and 2026-12-05 are a Tuesday and a Saturday; 2026-01-10 and 2026-10-01 a Saturday and a Thursday.
  expect(weekdayDate('Tue 5/12/26')).toBe('2026-05-12');
  const both = Array.from({ length: 12 }, (_, month) => month + 1).flatMap((month) =>
    Array.from({ length: 12 }, (_, day) => day + 1)
      .filter((day) => day !== month && dayOfWeek(month, day) === dayOfWeek(day, month))
      .map((day) => `${dayOfWeek(month, day)} ${month}/${day}/26`),
  );
  expect(both.length).toBeGreaterThan(0);
  expect(both.filter((text) => weekdayDate(text) !== undefined)).toEqual([]);
});

test('a list as Microsoft Project saves it has its dates', () => {
  const list =
    'ID,Task Name,Duration,Start,Finish,Predecessors\n1,Dig,5 days,Mon 3/2/26,Fri 3/6/26,\n2,Pour,3 days,Mon 3/9/26,Wed 3/11/26,1\n';
  const { plan, report } = readPlanFile(Buffer.from(list), 'plan.csv');
  expect(plan.tasks.map(({ start, finish }) => [start, finish])).toEqual([
    ['2026-03-02T08:00:00', '2026-03-06T17:00:00'],
    ['2026-03-09T08:00:00', '2026-03-11T17:00:00'],
  ]);
  expect(report.changed).toEqual([]);
});

function dayOfWeek(month: number, day: number): string {
  const date = new Date(Date.UTC(2026, month - 1, day));
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][date.getUTCDay()]!;
}
