import {
  compileCalendar,
  isoFromMoment,
  momentFromIso,
  NIGHT_SHIFT_CALENDAR,
  STANDARD_CALENDAR,
} from '@meridian/calendar';
import { expect, test } from '@jest/globals';
import type { Activity, Lag, LinkKind } from './activity-network.js';
import { compileNetwork } from './compile-network.js';
import { schedule } from './schedule.js';

const calendars = new Map([
  ['office', compileCalendar(STANDARD_CALENDAR)],
  ['night', compileCalendar(NIGHT_SHIFT_CALENDAR)],
]);

/** P takes Thursday and Friday (2025-04-10 and 11); S a day. What does S do? */
function successor(kind: LinkKind, lag: Lag, changes: { P?: Partial<Activity>; S?: Partial<Activity> } = {}) {
  const network = compileNetwork({
    activities: [
      { id: 'P', durationMinutes: 960, ...changes.P },
      { id: 'S', durationMinutes: 480, ...changes.S },
    ],
    links: [{ from: 'P', to: 'S', kind, lag }],
    projectCalendar: calendars.get('office')!,
    calendars,
  });
  const { earlyStart, earlyFinish } = schedule(network, {
    projectStart: momentFromIso('2025-04-10T08:00'),
  }).at('S');
  return [isoFromMoment(earlyStart).slice(5, 16), isoFromMoment(earlyFinish).slice(5, 16)];
}

test('a working lag skips the weekend, an elapsed one does not', () => {
  expect(successor('FS', { minutes: 480 })).toEqual(['04-15T08:00', '04-15T17:00']);
  expect(successor('FS', { elapsedMinutes: 1440 })).toEqual(['04-14T08:00', '04-14T17:00']);
  expect(successor('FS', { elapsedMinutes: 3 * 1440 })).toEqual(['04-15T08:00', '04-15T17:00']);
});

test('a lead starts before the predecessor ends, and never before the project', () => {
  expect(successor('FS', { minutes: -480 })).toEqual(['04-11T08:00', '04-11T17:00']);
  expect(successor('FS', { minutes: -4800 })).toEqual(['04-10T08:00', '04-10T17:00']);
});

test('a percentage is a share of the predecessor, elapsed when asked or when the predecessor is', () => {
  expect(successor('SS', { percent: 50 })).toEqual(['04-11T08:00', '04-11T17:00']);
  expect(successor('SS', { percent: 50, elapsed: true })).toEqual(['04-10T16:00', '04-11T16:00']);
  const elapsed = { P: { durationKind: 'elapsed', durationMinutes: 2880 } } as const;
  expect(successor('SS', { percent: 50 }, elapsed)).toEqual(['04-11T08:00', '04-11T17:00']);
});

test('finish-to-finish adds the lag first and takes the duration back in the calendar of the successor', () => {
  expect(successor('FF', { minutes: 0 })).toEqual(['04-11T08:00', '04-11T17:00']);
  expect(successor('FF', { minutes: 240 })).toEqual(['04-11T13:00', '04-14T12:00']);
  expect(successor('SF', { minutes: 720 })).toEqual(['04-10T13:00', '04-11T12:00']);
});

test('the same lag is longer or shorter in another calendar', () => {
  const night = { S: { calendarId: 'night' } };
  expect(successor('FS', { minutes: 60 }, night)[0]).toBe('04-12T00:00');
  expect(successor('FS', { minutes: 60, calendar: 'predecessor' }, night)[0]).toBe('04-14T23:00');
  expect(successor('FS', { minutes: 60, calendar: 'project' }, night)[0]).toBe('04-14T23:00');
});

test('a milestone stands at the closing bell of what it waits for, or at the next opening', () => {
  const milestone = { S: { durationMinutes: 0 } };
  expect(successor('FS', { minutes: 0 }, milestone)[0]).toBe('04-11T17:00');
  expect(successor('FS', { elapsedMinutes: 600 }, milestone)[0]).toBe('04-14T08:00');
  expect(successor('SS', { minutes: 0 }, milestone)[0]).toBe('04-10T08:00');
});

test('an elapsed activity begins at once, on a Friday evening too', () => {
  const drying = { S: { durationKind: 'elapsed', durationMinutes: 1440 } } as const;
  expect(successor('FS', { minutes: 0 }, drying)).toEqual(['04-11T17:00', '04-12T17:00']);
});
