import { expect, test } from '@jest/globals';
import { accessMark, deliverableMark, linesOf } from './partner-words.js';

const days = { accessFrom: '2026-02-02', accessUntil: '2026-12-31' };

test('access is open, ends soon, begins later or has ended', () => {
  const mark = (access: 'open' | 'ended' | 'to-come', today: string) =>
    accessMark({ access, ...days }, today).state;
  expect(mark('open', '2026-11-23')).toBe('on-track');
  expect(mark('open', '2026-12-17')).toBe('at-risk');
  expect(mark('ended', '2027-01-01')).toBe('unknown');
  expect(accessMark({ access: 'to-come', ...days }, '2026-01-01').word).toMatch(/^from /);
});

test.each([
  ['agreed', false, 'Agreed'],
  ['agreed', true, 'Overdue'],
  ['handed-in', false, 'To be decided'],
  ['rejected', true, 'Rejected, overdue'],
  ['accepted', false, 'Accepted'],
] as const)('a deliverable that is %s, overdue %s, is called %s', (state, isOverdue, word) => {
  expect(deliverableMark({ state, isOverdue }).word).toBe(word);
});

test('each line of the field is a criterion', () => {
  expect(linesOf('No record is lost\n\n  Two regions are done ')).toEqual([
    'No record is lost',
    'Two regions are done',
  ]);
});
