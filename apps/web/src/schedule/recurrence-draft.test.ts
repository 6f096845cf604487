import { expect, test } from '@jest/globals';
import { formatDay } from '../dates/format-day.js';
import { bodyOf, draftOf, patternOf, patternWords } from './recurrence-draft.js';

const weekly = {
  every: 'week',
  interval: 2,
  weekdays: ['monday', 'thursday'],
  from: '2026-03-02',
  occurrences: 12,
} as const;

test('a pattern is asked for with what its kind needs, and nothing else', () => {
  const draft = draftOf(undefined, '2026-03-02');
  expect(patternOf({ ...draft, interval: '2', weekdays: ['thursday', 'monday'] })).toEqual(weekly);
  expect(patternOf({ ...draft, every: 'day' })).toEqual({
    every: 'day',
    interval: 1,
    from: '2026-03-02',
    occurrences: 12,
  });
  expect(patternOf({ ...draft, every: 'month', by: 'position', ends: 'until', until: '2026-12-31' })).toEqual(
    {
      every: 'month',
      interval: 1,
      position: 'last',
      item: 'friday',
      from: '2026-03-02',
      until: '2026-12-31',
    },
  );
  expect(patternOf({ ...draft, every: 'year', dayOfMonth: '15', month: '4' })).toEqual({
    every: 'year',
    month: 4,
    dayOfMonth: 15,
    from: '2026-03-02',
    occurrences: 12,
  });
});

test('what was written is shown and written again as it was', () => {
  const line = {
    taskId: 'one',
    version: 3,
    name: 'Site meeting',
    pattern: weekly,
    startsAt: '13:30',
    durationMinutes: 90,
    onFreeDay: 'skip',
    calendarKey: '4',
    start: '2026-03-02',
    finish: '2026-08-06',
    occurrences: 12,
    done: 1,
  } as const;
  expect(bodyOf(draftOf(line, '2026-05-01'))).toEqual({
    name: 'Site meeting',
    pattern: weekly,
    startsAt: '13:30',
    durationMinutes: 90,
    onFreeDay: 'skip',
    calendarKey: '4',
  });
});

test('a pattern is said in words', () => {
  const begin = formatDay('2026-03-02');
  expect(patternWords(weekly)).toBe(`every 2 weeks on Monday and Thursday, 12 times from ${begin}`);
  expect(patternWords({ every: 'day', from: '2026-03-02', until: '2026-04-02' })).toBe(
    `every day, from ${begin} until ${formatDay('2026-04-02')}`,
  );
  expect(
    patternWords({
      every: 'month',
      position: 'last',
      item: 'weekend-day',
      from: '2026-03-02',
      occurrences: 3,
    }),
  ).toBe(`every month on the last weekend day, 3 times from ${begin}`);
  expect(patternWords({ every: 'year', month: 4, dayOfMonth: 15, from: '2026-03-02', occurrences: 3 })).toBe(
    `every year on day 15 of April, 3 times from ${begin}`,
  );
});
