import { expect, test } from '@jest/globals';
import { playSchedule } from './schedule.js';

/** Few enough to run for every small change to the protocol; `schedule.test.ts` and `npm run simulate` play many more. */
const SCHEDULES = 400;

test('four hundred schedules keep every promise', () => {
  for (let schedule = 0; schedule < SCHEDULES; schedule += 1)
    expect(playSchedule(11, schedule).fault).toBeNull();
});
