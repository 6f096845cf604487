import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { expect, test } from '@jest/globals';
import { compileNetwork } from './compile-network.js';
import type { Progress, ScheduleOptions } from './schedule-options.js';
import { schedule } from './schedule.js';

/** A (4) → B (6) → C (2) on a plain number line, from day 0. */
const network = compileNetwork({
  activities: [
    { id: 'A', durationMinutes: 4 },
    { id: 'B', durationMinutes: 6 },
    { id: 'C', durationMinutes: 2 },
  ],
  links: [
    { from: 'A', to: 'B', kind: 'FS' },
    { from: 'B', to: 'C', kind: 'FS' },
  ],
});

function after(progress: Record<string, Progress>, options: Partial<ScheduleOptions> = {}) {
  return schedule(network, {
    projectStart: 0,
    ...options,
    progress: new Map(Object.entries(progress)),
  } as ScheduleOptions);
}

test('a completed activity keeps its actual dates, has no float and is not critical', () => {
  const result = after({ A: { actualStart: 1, actualFinish: 7 } });
  expect(result.at('A')).toMatchObject({
    start: 1,
    finish: 7,
    lateFinish: 7,
    totalFloatMinutes: 0,
    isCritical: false,
  });
  expect(result.at('A').driver).toEqual({ kind: 'actual-start' });
  expect(result.at('B')).toMatchObject({ earlyStart: 7, isCritical: true });
  expect(result.projectFinish).toBe(15);
});

test('without a status date the rest follows right after what is done', () => {
  const result = after({ A: { actualStart: 2, percentComplete: 50 } });
  expect(result.at('A')).toMatchObject({
    start: 2,
    finish: 6,
    lateStart: 2,
    lateFinish: 6,
    isCritical: true,
  });
});

test('what remains, and what has not begun, cannot be done before the status date', () => {
  const result = after({ A: { actualStart: 0, remainingMinutes: 3 } }, { statusDate: 10 });
  expect(result.at('A')).toMatchObject({ start: 0, finish: 13 });
  expect(result.at('B').earlyStart).toBe(13);
  const nothing = after({}, { statusDate: 10 });
  expect(nothing.at('A')).toMatchObject({ earlyStart: 10, driver: { kind: 'status-date' } });
});

test('begun out of sequence: retained logic waits with the rest, progress override does not; both report it', () => {
  const begun = { A: { actualStart: 0, remainingMinutes: 4 }, B: { actualStart: 1, remainingMinutes: 3 } };
  const retained = after(begun, { statusDate: 2 });
  expect(retained.at('B')).toMatchObject({ start: 1, finish: 9 });
  expect(retained.at('A')).toMatchObject({ finish: 6, totalFloatMinutes: 0 });
  const override = after(begun, { statusDate: 2, outOfSequence: 'progress-override' });
  expect(override.at('B')).toMatchObject({ start: 1, finish: 5 });
  expect(override.at('A')).toMatchObject({ finish: 6, totalFloatMinutes: 1 });
  for (const result of [retained, override]) {
    expect(result.clashes).toMatchObject([
      { kind: 'out-of-sequence', activityId: 'B', wantedAt: 1, logicAt: 6, linkIndex: 0, honoured: 'actual' },
    ]);
  }
});

test('finished before an unfinished predecessor allows is reported, and holds nobody', () => {
  const network = compileNetwork({
    activities: [
      { id: 'A', durationMinutes: 4 },
      { id: 'B', durationMinutes: 2 },
      { id: 'C', durationMinutes: 9 },
    ],
    links: [{ from: 'A', to: 'B', kind: 'FF' }],
  });
  const finished: Progress = { actualStart: 0, actualFinish: 2 };
  const result = schedule(network, { projectStart: 0, progress: new Map([['B', finished]]) });
  expect(result.clashes).toMatchObject([
    { kind: 'out-of-sequence', activityId: 'B', end: 'finish', wantedAt: 2, logicAt: 4, honoured: 'actual' },
  ]);
  expect(result.at('A').totalFloatMinutes).toBe(5);
  const both = schedule(network, {
    projectStart: 0,
    progress: new Map([
      ['A', { actualStart: 0, actualFinish: 4 }],
      ['B', finished],
    ]),
  });
  expect(both.clashes).toEqual([]);
});

test('all of it done without a finish date means finished after its duration', () => {
  expect(after({ A: { actualStart: 1, percentComplete: 100 } }).at('A')).toMatchObject({
    finish: 5,
    isCritical: false,
  });
  expect(after({ A: { actualStart: 1, remainingMinutes: 0 } }).at('A').finish).toBe(5);
});

test('half of a two-day activity is left on Wednesday: it ends that evening', () => {
  const office = compileNetwork({
    activities: [{ id: 'A', durationMinutes: 960 }],
    links: [],
    projectCalendar: compileCalendar(STANDARD_CALENDAR),
  });
  const result = schedule(office, {
    projectStart: momentFromIso('2025-04-14T08:00'),
    statusDate: momentFromIso('2025-04-15T17:00'),
    progress: new Map([['A', { actualStart: momentFromIso('2025-04-14T13:00'), percentComplete: 50 }]]),
  });
  expect(isoFromMoment(result.at('A').start)).toBe('2025-04-14T13:00:00');
  expect(isoFromMoment(result.at('A').finish)).toBe('2025-04-16T17:00:00');
});

test.each<[string, Record<string, Progress>, string]>([
  ['progress without a start', { A: { percentComplete: 40 } }, 'has no actual start'],
  ['more than everything', { A: { actualStart: 0, percentComplete: 140 } }, 'allowed is 0 to 100'],
  ['a finish before the start', { A: { actualStart: 5, actualFinish: 4 } }, 'finished before it started'],
  ['a negative remainder', { A: { actualStart: 5, remainingMinutes: -1 } }, 'whole minutes from 0'],
  ['an unknown activity', { Z: { actualStart: 5 } }, 'not in the network'],
])('%s is refused', (_, progress, sentence) => {
  expect(() => after(progress)).toThrow(sentence);
});
