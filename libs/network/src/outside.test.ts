import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { expect, test } from '@jest/globals';
import type { Activity } from './activity-network.js';
import { compileNetwork } from './compile-network.js';
import type { ScheduleOptions } from './schedule-options.js';
import { schedule } from './schedule.js';

const projectCalendar = compileCalendar(STANDARD_CALENDAR);
/** A Thursday. */
const projectStart = momentFromIso('2025-04-10T08:00');
const at = momentFromIso;

/** P takes Thursday and Friday, S follows with a day. */
function planned(change: Partial<Activity>, options: Partial<ScheduleOptions> = {}) {
  const network = compileNetwork({
    activities: [
      { id: 'P', durationMinutes: 960 },
      { id: 'S', durationMinutes: 480, ...change },
    ],
    links: [{ from: 'P', to: 'S', kind: 'FS' }],
    projectCalendar,
  });
  return schedule(network, { projectStart, ...options } as ScheduleOptions);
}

function startOf(change: Partial<Activity>, options: Partial<ScheduleOptions> = {}): string {
  return isoFromMoment(planned(change, options).at('S').start).slice(5, 16);
}

test('what an activity waits for outside holds its start or its finish, at the next working time', () => {
  expect(startOf({ outside: { start: at('2025-04-16T17:00') } })).toBe('04-17T08:00');
  expect(startOf({ outside: { finish: at('2025-04-16T17:00') } })).toBe('04-16T08:00');
  expect(startOf({ outside: { start: at('2025-04-10T08:00') } })).toBe('04-14T08:00');
  expect(startOf({ durationMinutes: 0, outside: { start: at('2025-04-16T17:00') } })).toBe('04-16T17:00');
});

test('it is named as what drove the date, and ends the answer to why', () => {
  const moment = at('2025-04-15T17:00');
  const byStart = planned({ outside: { start: moment } });
  expect(byStart.at('S').driver).toEqual({ kind: 'outside', end: 'start', calendarWaitMinutes: 15 * 60 });
  expect(byStart.why('S').map(({ because }) => because)).toEqual([
    { kind: 'outside', end: 'start', givenAt: moment },
  ]);
  const byFinish = planned({ outside: { finish: moment } });
  expect(byFinish.at('S').driver).toEqual({ kind: 'outside', end: 'finish', calendarWaitMinutes: 0 });
  expect(byFinish.why('S', 'finish').map(({ because }) => because)).toEqual([
    { kind: 'outside', end: 'finish', givenAt: moment },
  ]);
});

test('a constraint that is honoured pulls left of it, and the clash is told', () => {
  const constraint = { kind: 'MSO', at: at('2025-04-14T08:00') } as const;
  const outside = { start: at('2025-04-15T17:00') };
  const held = planned({ constraint, outside });
  expect(isoFromMoment(held.at('S').start)).toBe('2025-04-14T08:00:00');
  expect(held.clashes).toMatchObject([{ kind: 'constraint', activityId: 'S', honoured: 'constraint' }]);
  expect(startOf({ constraint, outside }, { honour: 'link' })).toBe('04-16T08:00');
});

test('what remains of a running activity waits for it, unless progress overrides logic', () => {
  const progress = new Map([['S', { actualStart: projectStart, remainingMinutes: 240 }]]);
  const outside = { start: at('2025-04-16T17:00') };
  const finish = (options: Partial<ScheduleOptions>) =>
    isoFromMoment(planned({ outside }, { progress, ...options }).at('S').finish).slice(5, 16);
  expect(finish({})).toBe('04-17T12:00');
  expect(finish({ outOfSequence: 'progress-override' })).toBe('04-10T17:00');
});
