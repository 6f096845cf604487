import { expect, test } from '@jest/globals';
import { denominatorText, missingText, periodBeside, rowText, shareText, titleOf } from './figure-words.js';

const figure = {
  kind: 'on-time',
  ofWhat: 'accepted-tasks',
  counted: 4,
  of: 5,
  known: 5,
  needed: 5,
  isEnough: true,
  percent: 80,
  rows: [],
} as const;

test('a figure says both of its numbers and what it is a share of', () => {
  expect([titleOf(figure), shareText(figure), denominatorText(figure)]).toEqual([
    'Done when agreed',
    '80 %',
    '4 of 5 accepted tasks',
  ]);
  const time = {
    ...figure,
    kind: 'utilisation',
    ofWhat: 'minutes-net-of-leave',
    counted: 1920,
    of: 1920,
  } as const;
  expect(denominatorText(time)).toBe('32 of 32 hours, leave taken off');
});

test('of too little it says what is missing, and no percent', () => {
  const { percent: _, ...few } = { ...figure, known: 3, isEnough: false };
  expect(shareText(few)).toBe('Not enough to say');
  expect(missingText(few)).toBe('3 of the 5 tasks it takes to say more');
  expect(missingText({ ...few, kind: 'rework', known: 600, needed: 2400 })).toBe(
    '10 of the 40 hours it takes to say more',
  );
});

test('a row that is not counted says so', () => {
  expect(rowText(figure, { counted: 0, of: 0 })).toBe('not counted');
  expect(rowText(figure, { counted: 1, of: 1 })).toBe('yes');
  expect(rowText({ ...figure, ofWhat: 'working-days' }, { counted: 1, of: 65 })).toBe('1 day');
  expect(rowText({ ...figure, ofWhat: 'approved-minutes' }, { counted: 90, of: 600 })).toBe('1.5 of 10 h');
});

test('periods follow each other over the turn of the year', () => {
  expect([periodBeside('2026-Q4', 1), periodBeside('2026-Q1', -1), periodBeside('2026-Q2', 1)]).toEqual([
    '2027-Q1',
    '2025-Q4',
    '2026-Q3',
  ]);
});
