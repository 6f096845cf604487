import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earnedSchedule } from './earned-schedule.js';
import { notAvailable, valueOf } from './figure.js';

test('in a flat stretch of the plan the last of the equal periods counts', () => {
  const flat = { cumulativePvMinor: [10n, 20n, 20n, 20n, 40n], actualTime: 4 };
  expect(earnedSchedule({ ...flat, evMinor: 20n }).earnedSchedule).toBe('4.000000');
  expect(earnedSchedule({ ...flat, evMinor: 25n }).earnedSchedule).toBe('4.250000');
  expect(earnedSchedule({ ...flat, evMinor: 15n }).earnedSchedule).toBe('1.500000');
});

test('a plan that stays flat after the last work is as long as its work', () => {
  const figures = earnedSchedule({ cumulativePvMinor: [50n, 100n, 100n], evMinor: 100n, actualTime: 2 });
  expect(figures).toMatchObject({ plannedDuration: 2, earnedSchedule: '2.000000', svTime: '0.000000' });
});

test('at the very start nothing is said about time performance', () => {
  const figures = earnedSchedule({ cumulativePvMinor: [10n, 20n], evMinor: 0n, actualTime: 0 });
  expect(figures.spiTime).toEqual(notAvailable('no-time-elapsed'));
  expect(figures.ieacTime.atTimeIndex).toEqual(notAvailable('no-time-elapsed'));
  expect(valueOf(figures.tspi)).toBe('1.000000');
});

test('nothing earned gives no finish, and a date that has passed cannot be met', () => {
  const figures = earnedSchedule({ cumulativePvMinor: [10n, 20n], evMinor: 0n, actualTime: '2.5' });
  expect(valueOf(figures.spiTime)).toBe('0.000000');
  expect(figures.ieacTime.atTimeIndex).toEqual(notAvailable('no-earned-value'));
  expect(figures.tspi).toEqual(notAvailable('not-achievable'));
});

test('a plan that falls or holds no budget is refused', () => {
  expect(() => earnedSchedule({ cumulativePvMinor: [10n, 9n], evMinor: 0n, actualTime: 1 })).toThrow(
    expect.objectContaining({ code: 'budgeting/planned-value-falls' }),
  );
  expect(() => earnedSchedule({ cumulativePvMinor: [0n], evMinor: 0n, actualTime: 1 })).toThrow(
    expect.objectContaining({ code: 'budgeting/no-planned-value' }),
  );
});

test('earned schedule rises with earned value and never passes the planned duration', () => {
  const steps = fc.array(fc.bigInt({ min: 0n, max: 1_000n }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      steps.filter((all) => all.some((step) => step > 0n)),
      fc.nat(40_000),
      fc.nat(40_000),
      (all, a, b) => {
        let total = 0n;
        const cumulativePvMinor = all.map((step) => (total += step));
        const at = (ev: number) => earnedSchedule({ cumulativePvMinor, evMinor: BigInt(ev), actualTime: 1 });
        const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expect(Number(low.earnedSchedule)).toBeLessThanOrEqual(Number(high.earnedSchedule));
        expect(Number(high.earnedSchedule)).toBeLessThanOrEqual(high.plannedDuration);
      },
    ),
  );
});
