import {
  compileCalendar,
  isoFromMoment,
  momentFromIso,
  ROUND_THE_CLOCK_CALENDAR,
  STANDARD_CALENDAR,
} from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import type { Activity, Link } from './activity-network.js';
import { compileNetwork } from './compile-network.js';
import type { ScheduleOptions } from './schedule-options.js';
import { schedule } from './schedule.js';

const calendars = new Map([['always', compileCalendar(ROUND_THE_CLOCK_CALENDAR)]]);
const projectCalendar = compileCalendar(STANDARD_CALENDAR);
/** A Thursday. */
const projectStart = momentFromIso('2025-04-10T08:00');

/** P takes Thursday and Friday, S follows with a day. Start and finish of S. */
function successor(
  change: Partial<Activity>,
  options: Partial<ScheduleOptions> = {},
  link: Partial<Link> = {},
) {
  const network = compileNetwork({
    activities: [
      { id: 'P', durationMinutes: 960 },
      { id: 'S', durationMinutes: 480, ...change },
    ],
    links: [{ from: 'P', to: 'S', kind: 'FS', ...link }],
    projectCalendar,
    calendars,
  });
  const result = schedule(network, { projectStart, ...options } as ScheduleOptions);
  const { start, finish, totalFloatMinutes } = result.at('S');
  return [isoFromMoment(start).slice(5, 16), isoFromMoment(finish).slice(5, 16), totalFloatMinutes];
}

describe('a delay', () => {
  test('of working minutes skips the weekend, one on the clock uses it', () => {
    expect(successor({ delay: { minutes: 60 } })).toEqual(['04-14T09:00', '04-15T09:00', 0]);
    expect(successor({ delay: { elapsedMinutes: 1_500 } })).toEqual(['04-15T09:00', '04-16T09:00', 0]);
    expect(successor({ durationMinutes: 0, delay: { minutes: 60 } })[0]).toBe('04-14T09:00');
  });

  test('comes after a constraint that pushes, and not against one that holds', () => {
    const at = momentFromIso('2025-04-15T08:00');
    const delay = { minutes: 480 };
    expect(successor({ delay, constraint: { kind: 'SNET', at } })[0]).toBe('04-16T08:00');
    expect(successor({ delay, constraint: { kind: 'MSO', at } })[0]).toBe('04-15T08:00');
    expect(successor({ delay, constraint: { kind: 'MSO', at } }, { honour: 'link' })[0]).toBe('04-16T08:00');
  });

  test('of no minutes moves nothing, not even a milestone at an opening', () => {
    const monday = { kind: 'SNET' as const, at: momentFromIso('2025-04-14T08:00') };
    for (const delay of [{ minutes: 0 }, { elapsedMinutes: 0 }])
      expect(successor({ durationMinutes: 0, constraint: monday, delay })).toEqual(
        successor({ durationMinutes: 0, constraint: monday }),
      );
  });

  test('of less than nothing or of half a minute is refused', () => {
    for (const minutes of [-1, 0.5])
      expect(() => successor({ delay: { minutes } })).toThrow('whole minutes from 0');
  });

  test('to a day is what is missing to that day: a link that asks for later leaves nothing of it', () => {
    const thursday = momentFromIso('2025-04-17T00:00');
    const friday = momentFromIso('2025-04-11T00:00');
    expect(successor({ delay: { notBefore: thursday } })).toEqual(['04-17T08:00', '04-17T17:00', 0]);
    expect(successor({ delay: { notBefore: friday } })[0]).toBe('04-14T08:00');
    expect(successor({ durationMinutes: 0, delay: { notBefore: thursday } })[0]).toBe('04-17T08:00');
    const at = momentFromIso('2025-04-15T08:00');
    const held = { delay: { notBefore: thursday }, constraint: { kind: 'MSO' as const, at } };
    expect(successor(held)[0]).toBe('04-15T08:00');
  });

  test('is what drove the start, in minutes of work, and nothing where it changes nothing', () => {
    const driverOf = (notBefore: string) => {
      const network = compileNetwork({
        activities: [{ id: 'A', durationMinutes: 480, delay: { notBefore: momentFromIso(notBefore) } }],
        links: [],
        projectCalendar,
      });
      return schedule(network, { projectStart }).at('A').driver;
    };
    expect(driverOf('2025-04-15T00:00')).toEqual({ kind: 'delay', delayMinutes: 3 * 480 });
    expect(driverOf('2025-04-09T00:00')).toMatchObject({ kind: 'project-start' });
  });

  test('is a step of its own in the answer to why', () => {
    const network = compileNetwork({
      activities: [{ id: 'A', durationMinutes: 5, delay: { minutes: 3 } }],
      links: [],
    });
    expect(schedule(network, { projectStart: 0 }).why('A', 'finish')).toEqual([
      step('finish', 8, { kind: 'work', minutes: 5, from: { activityId: 'A', end: 'start', at: 3 } }),
      step('start', 3, { kind: 'delay', minutes: 3, from: { activityId: 'A', end: 'start', at: 0 } }),
      step('start', 0, { kind: 'project-start', givenAt: 0 }),
    ]);
  });
});

describe('pieces', () => {
  test('an assignment that begins later, and an interruption, move the finish', () => {
    const late = [
      { afterMinutes: 0, minutes: 480 },
      { afterMinutes: 480, minutes: 480 },
    ];
    expect(successor({ pieces: late })).toEqual(['04-14T08:00', '04-15T17:00', 0]);
    const split = [
      { afterMinutes: 0, minutes: 240 },
      { afterMinutes: 720, minutes: 240 },
    ];
    expect(successor({ pieces: split })).toEqual(['04-14T08:00', '04-15T17:00', 0]);
  });

  test('in another calendar count its minutes', () => {
    const always = [{ afterMinutes: 0, minutes: 1_440, calendarId: 'always' }];
    expect(successor({ pieces: always })).toEqual(['04-14T08:00', '04-15T08:00', 0]);
  });

  test('a finish that is held is that of the last piece', () => {
    const pieces = [{ afterMinutes: 480, minutes: 480 }];
    expect(successor({ pieces }, {}, { kind: 'FF' })).toEqual(['04-10T08:00', '04-11T17:00', 0]);
    expect(successor({ pieces }, { mustFinishBy: momentFromIso('2025-04-14T17:00') })[2]).toBe(-480);
  });

  test('what progress shortens ends earlier', () => {
    const pieces = [{ afterMinutes: 480, minutes: 480 }];
    const done = { actualStart: projectStart, remainingMinutes: 240 };
    // Half of eight hours is done: twelve of the sixteen hours to the last end remain, after four hours of work.
    const progress = new Map([['S', done]]);
    const answer = successor({ pieces }, { progress, outOfSequence: 'progress-override' });
    expect(answer.slice(0, 2)).toEqual(['04-10T08:00', '04-11T17:00']);
  });

  test('without work, or with half minutes, are refused; a milestone has none', () => {
    expect(() => successor({ pieces: [{ afterMinutes: 0, minutes: 0 }] })).toThrow('whole minutes from 1');
    expect(() => successor({ pieces: [{ afterMinutes: -1, minutes: 5 }] })).toThrow('whole minutes from 0');
    expect(() => successor({ pieces: [{ afterMinutes: 0, minutes: 5, calendarId: 'x' }] })).toThrow(
      'not given',
    );
    expect(successor({ durationMinutes: 0, pieces: [{ afterMinutes: 9, minutes: 9 }] })[1]).toBe(
      '04-11T17:00',
    );
  });
});

test('what must finish with a Monday start is shown to finish then, and computed with as on Friday', () => {
  const network = compileNetwork({
    activities: [
      {
        id: 'late',
        durationMinutes: 480,
        constraint: { kind: 'SNET', at: momentFromIso('2025-04-14T08:00') },
      },
      { id: 'before', durationMinutes: 480 },
      { id: 'after', durationMinutes: 60, durationKind: 'elapsed' },
    ],
    links: [
      { from: 'late', to: 'before', kind: 'SF' },
      { from: 'before', to: 'after', kind: 'FS' },
    ],
    projectCalendar,
  });
  const result = schedule(network, { projectStart });
  expect(isoFromMoment(result.at('before').finish)).toBe('2025-04-14T08:00:00');
  expect(isoFromMoment(result.at('after').start)).toBe('2025-04-11T17:00:00');
});

function step(end: 'start' | 'finish', at: number, because: object) {
  return { activityId: 'A', end, at, because };
}
