import { describe, expect, test } from '@jest/globals';
import type { TimesheetFigures } from '@meridian/contracts-resourcing';
import { hoursText, minutesOf } from './hours.js';
import { gridOf, linesOf, sumOf } from './week-grid.js';

const weekStart = '2026-11-23';
const entry = {
  entryId: 'e1',
  day: '2026-11-24',
  projectId: 'bridge',
  projectName: 'Bridge',
  minutes: 450,
  isApproved: false,
  isReversed: false,
};
const planned = {
  projectId: 'bridge',
  projectName: 'Bridge',
  taskId: 'pour',
  taskName: 'Pour',
  plannedMinutes: 2400,
};
const sheet = (entries: readonly object[]): TimesheetFigures =>
  ({ weekStart, entries, planned: [planned] }) as unknown as TimesheetFigures;

describe('hours', () => {
  test.each([
    ['7.5', 450],
    ['7,5', 450],
    ['7:30', 450],
    ['', 0],
    ['24', 1440],
  ])('%s is %d minutes', (text, minutes) => expect(minutesOf(text)).toBe(minutes));

  test.each(['25', '-1', 'seven', '7:75', '24:01'])('%s is no time of a day', (text) =>
    expect(minutesOf(text)).toBeUndefined(),
  );

  test('come back as they were typed', () => {
    expect(hoursText(450)).toBe('7.5');
    expect(hoursText(0)).toBe('');
  });
});

describe('the grid of a week', () => {
  test('has the planned work first, and what was written', () => {
    const rows = gridOf(sheet([entry, { ...entry, entryId: 'e2', minutes: 30, note: 'Late call' }]));
    expect(rows.map(({ name, below, hours }) => [name, below, hours[1]])).toEqual([
      ['Pour', 'Bridge', ''],
      ['Bridge', undefined, '8'],
    ]);
    expect(rows[1]?.notes[1]).toBe('Late call');
  });

  test('leaves out what is approved and what takes it back', () => {
    const rows = gridOf(
      sheet([
        { ...entry, isApproved: true },
        { ...entry, minutes: -450, reversesEntryId: 'e1' },
      ]),
    );
    expect(rows.map(({ hours }) => sumOf(hours))).toEqual([0]);
  });

  test('is sent as it was read, with what is taken back first', () => {
    const rows = gridOf(sheet([{ ...entry, note: 'Drawings' }]));
    expect(linesOf(weekStart, rows, [{ entryId: 'old', day: weekStart }])).toEqual([
      { day: weekStart, reversesEntryId: 'old' },
      { day: '2026-11-24', projectId: 'bridge', minutes: 450, note: 'Drawings' },
    ]);
  });
});
