import { expect, test } from '@jest/globals';
import { nextSprintDays } from './sprint-days.js';

test('the first sprint is two weeks from the next Monday to a Friday', () => {
  expect(nextSprintDays(undefined, '2026-11-18')).toEqual({ startsOn: '2026-11-23', endsOn: '2026-12-04' });
  expect(nextSprintDays(undefined, '2026-11-23')).toEqual({ startsOn: '2026-11-30', endsOn: '2026-12-11' });
});

test('the next one begins on the Monday after the last and is as long', () => {
  const last = { startsOn: '2026-11-23', endsOn: '2026-12-11' };
  expect(nextSprintDays(last, '2026-11-25')).toEqual({ startsOn: '2026-12-14', endsOn: '2027-01-01' });
});
