import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FREE_DAY, intersect, readShifts, unite } from './day-pattern.js';
import type { DayPattern } from './day-pattern.js';

const today = (...shifts: readonly (readonly [from: string, to: string])[]): DayPattern =>
  readShifts(shifts.map(([from, to]) => ({ from, to }))).today;
const flat = ({ stretches }: DayPattern): number[] => [...stretches];

describe('the shifts of a day', () => {
  test('are in order, joined where they meet or overlap, each with the minutes before it', () => {
    const day = today(['13:00', '17:00'], ['08:00', '10:00'], ['09:30', '12:00'], ['12:00', '12:30']);
    expect(flat(day)).toEqual([480, 750, 0, 780, 1020, 270]);
    expect(day.minutes).toBe(510);
  });

  test('run over midnight into the next day; one that ends when it begins takes a whole day', () => {
    const night = readShifts([{ from: '22:00', to: '06:00' }]);
    expect([flat(night.today), flat(night.tomorrow)]).toEqual([
      [1320, 1440, 0],
      [0, 360, 0],
    ]);
    const round = readShifts([{ from: '08:00', to: '08:00' }]);
    expect([flat(round.today), flat(round.tomorrow)]).toEqual([
      [480, 1440, 0],
      [0, 480, 0],
    ]);
    expect(readShifts([{ from: '00:00', to: '24:00' }]).tomorrow).toBe(FREE_DAY);
    expect(readShifts([]).today).toBe(FREE_DAY);
  });

  test.each(['8:00', '08:60', '24:01', '25:00', '08:00:00', 'x08:00', '08-00', ''])(
    'have no time such as "%s"',
    (found) => {
      const refusal = expect.objectContaining({
        code: 'calendar/shift-invalid',
        kind: 'unprocessable',
        message: `A shift has the time "${found}"; allowed is HH:MM from 00:00 to 24:00.`,
        details: { found },
      });
      expect(() => readShifts([{ from: found, to: '12:00' }])).toThrow(refusal);
      expect(() => readShifts([{ from: '08:00', to: found }])).toThrow(refusal);
    },
  );
});

const clock = fc.integer({ min: 0, max: 48 }).map((half) => {
  const minute = half * 30;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
});
const patterns = fc
  .array(fc.record({ from: clock, to: clock }), { maxLength: 4 })
  .map((shifts) => readShifts(shifts).today);
const works = (pattern: DayPattern, minute: number): boolean =>
  flat(pattern).some((from, at) => at % 3 === 0 && from <= minute && minute < pattern.stretches[at + 1]!);
const halves = Array.from({ length: 48 }, (_, at) => at * 30 + 15);

test('together either works, in common both do, and the minutes are those that are worked', () => {
  fc.assert(
    fc.property(patterns, patterns, (a, b) => {
      const worked = (pattern: DayPattern) => halves.filter((minute) => works(pattern, minute));
      const [either, both] = [unite(a, b), intersect(a, b)];
      expect(worked(either)).toEqual(halves.filter((minute) => works(a, minute) || works(b, minute)));
      expect(worked(both)).toEqual(halves.filter((minute) => works(a, minute) && works(b, minute)));
      for (const pattern of [either, both]) {
        expect(pattern.minutes).toBe(worked(pattern).length * 30);
        const ends = flat(pattern).filter((_, at) => at % 3 !== 2);
        expect(ends).toEqual([...new Set(ends)].sort((x, y) => x - y));
      }
    }),
    { numRuns: 300 },
  );
});
