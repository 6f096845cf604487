import { compileCalendar, isoFromMoment, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import { describe, expect, test } from '@jest/globals';
import type { Activity, Constraint, DatedConstraintKind } from './activity-network.js';
import { compileNetwork } from './compile-network.js';
import { schedule } from './schedule.js';

/** A (4) → B (3) → C (2), beside D (20), from day 0; B carries the constraint. */
function planOf(constraint: Constraint, honour: 'constraint' | 'link' = 'constraint') {
  const network = compileNetwork({
    activities: [
      { id: 'A', durationMinutes: 4 },
      { id: 'B', durationMinutes: 3, constraint },
      { id: 'C', durationMinutes: 2 },
      { id: 'D', durationMinutes: 20 },
    ],
    links: [
      { from: 'A', to: 'B', kind: 'FS' },
      { from: 'B', to: 'C', kind: 'FS' },
    ],
  });
  return schedule(network, { projectStart: 0, honour });
}

describe('a constraint that links leave room for', () => {
  test.each<[DatedConstraintKind, number, number, number]>([
    ['SNET', 6, 6, 15],
    ['FNET', 9, 6, 15],
    ['START_ON', 6, 6, 6],
    ['FINISH_ON', 9, 6, 6],
    ['MSO', 6, 6, 6],
    ['MFO', 9, 6, 6],
    ['SNLT', 6, 4, 6],
    ['FNLT', 9, 4, 6],
  ])('%s on day %i: early start %i, late start %i', (kind, at, earlyStart, lateStart) => {
    const result = planOf({ kind, at });
    expect(result.at('B')).toMatchObject({
      earlyStart,
      lateStart,
      totalFloatMinutes: lateStart - earlyStart,
    });
    expect(result.clashes).toEqual([]);
    const isSetByConstraint = earlyStart === 6;
    expect(result.at('B').driver!.kind).toBe(isSetByConstraint ? 'constraint' : 'link');
  });
});

describe('a constraint that asks for less than the links', () => {
  test.each<[DatedConstraintKind, number, number, number]>([
    ['MSO', 2, 2, 4],
    ['MFO', 5, 2, 4],
    ['SNLT', 2, 2, 4],
    ['FNLT', 5, 2, 4],
    ['START_ON', 2, 4, 4],
    ['FINISH_ON', 5, 4, 4],
  ])(
    '%s on day %i starts on %i when constraints are honoured, on %i when links are',
    (kind, at, pulled, linked) => {
      for (const [honour, start] of [
        ['constraint', pulled],
        ['link', linked],
      ] as const) {
        const result = planOf({ kind, at }, honour);
        expect(result.at('B')).toMatchObject({ earlyStart: start, totalFloatMinutes: -2, isCritical: true });
        expect(result.at('A').totalFloatMinutes).toBe(-2);
        expect(result.clashes).toMatchObject([
          { kind: 'constraint', activityId: 'B', linkIndex: 0, wantedAt: at },
        ]);
      }
    },
  );

  test.each<DatedConstraintKind>(['SNET', 'FNET'])('%s in the past changes nothing', (kind) => {
    const result = planOf({ kind, at: 1 });
    expect(result.at('B').earlyStart).toBe(4);
    expect(result.clashes).toEqual([]);
  });
});

test('as late as possible uses the free float and no more', () => {
  const result = planOf({ kind: 'ALAP' });
  expect(result.at('B')).toMatchObject({ earlyStart: 4, start: 4, finish: 7 });
  const network = compileNetwork({
    activities: [
      { id: 'A', durationMinutes: 2, constraint: { kind: 'ALAP' } },
      { id: 'B', durationMinutes: 3, constraint: { kind: 'ALAP' } },
      { id: 'D', durationMinutes: 20 },
    ],
    links: [{ from: 'A', to: 'B', kind: 'FS' }],
  });
  const late = schedule(network, { projectStart: 0 });
  expect(late.at('B')).toMatchObject({ start: 17, finish: 20, totalFloatMinutes: 0, freeFloatMinutes: 0 });
  expect(late.at('A')).toMatchObject({ start: 15, finish: 17, earlyStart: 0 });
});

test('constraints on a Saturday: starts move to Monday morning, finishes to Friday evening', () => {
  const saturday = momentFromIso('2025-04-12T10:00');
  const activity = (id: string, kind: DatedConstraintKind): Activity => ({
    id,
    durationMinutes: 480,
    constraint: { kind, at: saturday },
  });
  const network = compileNetwork({
    activities: [activity('start', 'MSO'), activity('finish', 'MFO'), activity('early', 'SNET')],
    links: [],
    projectCalendar: compileCalendar(STANDARD_CALENDAR),
  });
  const result = schedule(network, { projectStart: momentFromIso('2025-04-01T08:00') });
  expect(isoFromMoment(result.at('start').earlyStart)).toBe('2025-04-14T08:00:00');
  expect(isoFromMoment(result.at('early').earlyStart)).toBe('2025-04-14T08:00:00');
  expect(isoFromMoment(result.at('finish').earlyFinish)).toBe('2025-04-11T17:00:00');
});

test('a manual activity keeps its dates, drives its successors, and its broken link is reported', () => {
  const network = compileNetwork({
    activities: [
      { id: 'A', durationMinutes: 4 },
      { id: 'B', durationMinutes: 99, manual: { start: 2, finish: 10 } },
      { id: 'C', durationMinutes: 2 },
    ],
    links: [
      { from: 'A', to: 'B', kind: 'FS' },
      { from: 'B', to: 'C', kind: 'FS' },
    ],
  });
  const result = schedule(network, { projectStart: 0 });
  expect(result.at('B')).toMatchObject({ start: 2, finish: 10, lateFinish: 10, driver: { kind: 'manual' } });
  expect(result.at('C')).toMatchObject({ earlyStart: 10, driver: { kind: 'link', linkIndex: 1 } });
  expect(result.clashes).toEqual([
    {
      kind: 'manual',
      activityId: 'B',
      wantedAt: 2,
      logicAt: 4,
      end: 'start',
      honoured: 'manual',
      linkIndex: 0,
    },
  ]);
});
