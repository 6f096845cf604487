import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOfHouse, labourInFigures } from './labour-in-figures.js';
import type { PostedLabour } from './labour-in-figures.js';
import type { LabourRate } from './labour-rate.js';

const ofHouse: LabourRate = {
  rateId: 'house',
  version: 1,
  holder: {},
  validFrom: '2026-02-01',
  perHourMinor: 10_000n,
  currency: 'EUR',
};
const adas: LabourRate = { ...ofHouse, rateId: 'ada', holder: { personId: 'ada' }, perHourMinor: 12_345n };
const books = { currency: 'EUR', sets: [] };
const posted: PostedLabour = {
  labourMinor: 92_588n,
  labourMinutes: 450,
  releasedMinor: 0n,
  pending: [{ day: '2026-02-03', minutes: 450 }],
};

test('time of few people counts at the rate of the house, not at their own', () => {
  expect(labourInFigures(posted, [adas, ofHouse], books)).toEqual({
    labourMinor: 92_588n,
    labourMinutes: 450,
    labourShownMinor: 75_000n,
    isCostPartial: false,
  });
});

test.each([
  ['without a rate of the house', [adas], '2026-02-03', books],
  ['before the rate of the house began', [ofHouse], '2026-01-31', books],
  ['without exchange rates', [ofHouse], '2026-02-03', { currency: 'USD', sets: [] }],
])('%s it is in no figure, and nothing is said of cost performance', (_why, rates, day, kept) => {
  const labour = { ...posted, pending: [{ day, minutes: 450 }] };
  expect(labourInFigures(labour, rates, kept)).toMatchObject({ labourShownMinor: 0n, isCostPartial: true });
});

test('a tenth of the time may be missing, no more', () => {
  const at = (minutes: number) =>
    labourInFigures(
      { ...posted, labourMinutes: 1_000, releasedMinor: 500_000n, pending: [{ day: '2026-02-03', minutes }] },
      [],
      books,
    );
  expect(at(100)).toMatchObject({ labourShownMinor: 500_000n, isCostPartial: false });
  expect(at(101).isCostPartial).toBe(true);
  expect(at(-101).isCostPartial).toBe(true);
});

test('what figures say does not depend on what anybody earns', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (one, other) => {
        const at = (perHourMinor: bigint) => {
          const labour = { ...posted, labourMinor: perHourMinor * 7n };
          const { labourShownMinor, isCostPartial } = labourInFigures(
            labour,
            [{ ...adas, perHourMinor }, ofHouse],
            books,
          );
          return { labourShownMinor, isCostPartial };
        };
        expect(at(one)).toEqual(at(other));
      },
    ),
  );
});

test('only a rate that names nobody and nothing is of the house', () => {
  expect(isOfHouse(ofHouse)).toBe(true);
  expect(isOfHouse({ holder: { personId: undefined, role: undefined } })).toBe(true);
  expect(isOfHouse({ holder: { role: 'Engineer' } })).toBe(false);
});
