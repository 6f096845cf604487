import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import type { Activity, Link } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { schedule } from '../schedule.js';

/**
 * The calendar case of MPXJ's "How to use CPM" (Monday to Friday, 08:00-12:00 and 13:00-17:00, start Friday 2025-04-11),
 * dates as TaskJuggler 3.7.1 computes them. Starts are shown at the next opening, as Microsoft Project does.
 */
const DAY = 480;
const days = { T1: 4, T2: 2, T3: 5, T4: 2, T5: 2, T6: 2, M: 0 };
const activities: Activity[] = Object.entries(days).map(([id, count]) => ({
  id,
  durationMinutes: count * DAY,
}));
const links: Link[] = [
  { from: 'T1', to: 'T3', kind: 'FS' },
  { from: 'T2', to: 'T3', kind: 'FS' },
  { from: 'T4', to: 'T6', kind: 'FS' },
  { from: 'T5', to: 'T6', kind: 'FS', lag: { minutes: DAY } },
  { from: 'T3', to: 'M', kind: 'FS' },
  { from: 'T6', to: 'M', kind: 'FS' },
];
const network = compileNetwork({ activities, links, projectCalendar: compileCalendar(STANDARD_CALENDAR) });
const result = schedule(network, { projectStart: momentFromIso('2025-04-11T08:00') });

describe('a plan over a weekend', () => {
  test.each([
    ['T1', '2025-04-11T08:00:00', '2025-04-16T17:00:00'],
    ['T2', '2025-04-11T08:00:00', '2025-04-14T17:00:00'],
    ['T3', '2025-04-17T08:00:00', '2025-04-23T17:00:00'],
    ['T4', '2025-04-11T08:00:00', '2025-04-14T17:00:00'],
    ['T5', '2025-04-11T08:00:00', '2025-04-14T17:00:00'],
    ['T6', '2025-04-16T08:00:00', '2025-04-17T17:00:00'],
    ['M', '2025-04-23T17:00:00', '2025-04-23T17:00:00'],
  ])('%s runs from %s to %s', (id, start, finish) => {
    const { earlyStart, earlyFinish } = result.at(id);
    expect([isoFromMoment(earlyStart), isoFromMoment(earlyFinish)]).toEqual([start, finish]);
  });
});

test('float is working time: T6 may slip four days, T2 two', () => {
  expect(result.at('T6').totalFloatMinutes).toBe(4 * DAY);
  expect(isoFromMoment(result.at('T6').lateStart)).toBe('2025-04-22T08:00:00');
  expect(result.at('T2').freeFloatMinutes).toBe(2 * DAY);
  expect(result.criticalPaths()).toEqual([['T1', 'T3', 'M']]);
});

test('T3 starts a night after T1 allowed it, because the calendar says so', () => {
  expect(result.at('T3').driver).toMatchObject({ kind: 'link', linkIndex: 0, calendarWaitMinutes: 15 * 60 });
});
