import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayBeShownTogether, roundedTotal } from './masked-total.js';

/** Cost of one person's time, or cost taken back. */
interface Line {
  readonly person: number;
  readonly costMinor: bigint;
}

interface Answer {
  /** How many lines were shown together so far. */
  readonly through: number;
  readonly shownMinor: bigint;
  readonly stepMinor: bigint;
}

const NOTHING: Answer = { through: 0, shownMinor: 0n, stepMinor: 0n };

/** What somebody without rates is answered after each line, when asking all the time. */
function answers(lines: readonly Line[]): readonly Answer[] {
  let last = NOTHING;
  return lines.map((_, index) => {
    const pending = lines.slice(last.through, index + 1);
    if (mayBeShownTogether(byPerson(pending))) {
      const { shownMinor, stepMinor } = roundedTotal(byPerson(lines.slice(0, index + 1)));
      last = { through: index + 1, shownMinor, stepMinor };
    }
    return last;
  });
}

function byPerson(lines: readonly Line[]): readonly bigint[] {
  const sums = new Map<number, bigint>();
  for (const { person, costMinor } of lines) sums.set(person, (sums.get(person) ?? 0n) + costMinor);
  return [...sums.values()];
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
const lines = fc.array(
  fc.record({
    person: fc.nat(11),
    costMinor: fc.bigInt({ min: -20_000n, max: 200_000n }).filter((cost) => cost !== 0n),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('costs are shown together', () => {
  test.each([
    ['of five people', [10n, 10n, 10n, 10n, 10n], true],
    ['never of four', [10n, 10n, 10n, 10n], false],
    ['never of five, one of whom cost nothing', [10n, 10n, 10n, 10n, 0n], false],
    ['where one is exactly half', [40n, 10n, 10n, 10n, 10n], true],
    ['never where one is more than half', [41n, 10n, 10n, 10n, 10n], false],
    ['where what is taken back is not more than half', [-10n, 10n, 10n, 10n, 10n], true],
    ['never where what is taken back is more than half', [-41n, 10n, 10n, 10n, 10n], false],
    ['never of nobody', [], false],
  ])('%s', (_what, costs, verdict) => {
    expect(mayBeShownTogether(costs)).toBe(verdict);
  });
});

test.each([
  [[75_000n, 83_333n, 91_665n, 99_998n, 108_330n], 458_326n, 100_000n, 500_000n],
  [[100n, 100n, 100n, 100n, 100n], 500n, 100n, 500n],
  [[101n, 100n, 100n, 100n, 100n], 501n, 200n, 600n],
  [[-300n, 100n, 100n, 100n, 100n], 100n, 200n, 200n],
])('%j is shown in steps of the average person', (costs, totalMinor, stepMinor, shownMinor) => {
  expect(roundedTotal(costs)).toEqual({ totalMinor, stepMinor, shownMinor });
});

test('two answers never differ by what fewer than five people cost, nor by what one of them dominates', () => {
  fc.assert(
    fc.property(lines, (booked) => {
      const told = [NOTHING, ...answers(booked)];
      told.forEach((later, index) => {
        const earlier = told[index - 1];
        if (earlier === undefined || later.through === earlier.through) return;
        const between = byPerson(booked.slice(earlier.through, later.through)).map(size);
        expect(between.filter((cost) => cost > 0n).length).toBeGreaterThanOrEqual(5);
        between.forEach((cost) => expect(cost * 2n <= sum(between)).toBe(true));
      });
    }),
    { numRuns: 300 },
  );
});

test('asking before and after one person’s line tells nothing of that person: no answer, or one of five people', () => {
  fc.assert(
    fc.property(lines, fc.nat(59), (booked, at) => {
      const index = at % booked.length;
      const told = [NOTHING, ...answers(booked)];
      const [before, after] = [told[index] as Answer, told[index + 1] as Answer];
      if (before.through === after.through) return expect(after).toEqual(before);
      const behind = new Set(booked.slice(before.through, after.through).map(({ person }) => person));
      return expect(behind.size).toBeGreaterThanOrEqual(5);
    }),
    { numRuns: 300 },
  );
});

test('of two houses that differ by one person’s lines, all other costs known, the difference tells less than an average', () => {
  fc.assert(
    fc.property(lines, fc.nat(11), (booked, person) => {
      const without = booked.filter((line) => line.person !== person);
      const [full, less] = [answers(booked).at(-1) ?? NOTHING, answers(without).at(-1) ?? NOTHING];
      if (full.through === 0 || less.through === 0) return;
      // The attacker knows which lines are behind each answer and what everybody else cost.
      const shown = booked.slice(0, full.through);
      const others = sum(shown.filter((line) => line.person !== person).map(({ costMinor }) => costMinor));
      const own = sum(shown.filter((line) => line.person === person).map(({ costMinor }) => costMinor));
      const guess = full.shownMinor - others;
      expect(2n * size(guess - own) <= full.stepMinor).toBe(true);
      // What fits the answer reaches half a step to both sides: no less than what one of them costs on average.
      const people = byPerson(shown);
      expect(full.stepMinor * BigInt(people.length) >= sum(people.map(size))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the rounding hides nothing more than it says', () => {
  fc.assert(
    fc.property(lines, (booked) => {
      const { totalMinor, stepMinor, shownMinor } = roundedTotal(byPerson(booked));
      expect(2n * size(shownMinor - totalMinor) <= stepMinor).toBe(true);
      expect(shownMinor % stepMinor).toBe(0n);
      expect(String(stepMinor)).toMatch(/^[125]0*$/);
    }),
  );
});
