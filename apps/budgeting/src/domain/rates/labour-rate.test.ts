import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holderKey, inForceOn, rateOn } from './labour-rate.js';
import type { LabourRate, RateHolder } from './labour-rate.js';

const rate = (
  holder: RateHolder,
  perHourMinor: bigint | null,
  { validFrom = '2025-01-01', validThrough, version = 1 }: Partial<LabourRate> = {},
): LabourRate => ({
  rateId: holderKey(holder),
  version,
  holder,
  validFrom,
  validThrough,
  perHourMinor,
  currency: 'EUR',
});
const refused = (code: string): unknown => expect.objectContaining({ code });
const ada = { personId: 'ada', role: 'engineer', grade: 'P3', siteId: 'Basel' };

describe('the rate of a day', () => {
  const card = [
    rate({}, 80_00n),
    rate({ role: 'engineer' }, 100_00n),
    rate({ role: 'engineer', grade: 'P3' }, 110_00n),
    rate({ role: 'engineer', grade: 'P3', siteId: 'Basel' }, 115_00n),
    rate({ personId: 'ada' }, 120_00n, { validFrom: '2026-01-01' }),
    rate({ personId: 'ada' }, 130_00n, { validFrom: '2026-03-11', version: 2 }),
  ];

  test.each([
    ['2026-03-11', ada, 130_00n],
    ['2026-03-10', ada, 120_00n],
    ['2025-12-31', ada, 115_00n],
    ['2026-03-10', { ...ada, personId: 'bob', siteId: 'Lyon' }, 110_00n],
    ['2026-03-10', { personId: 'bob', role: 'engineer' }, 100_00n],
    ['2026-03-10', { personId: 'bob', grade: 'P3' }, 80_00n],
    ['2026-03-10', {}, 80_00n],
  ])('on %s for %j is the most specific one in force', (on, worker, expected) => {
    expect(rateOn(card, worker, on).perHourMinor).toBe(expected);
  });

  test('is missing before any rate begins', () => {
    expect(() => rateOn(card, ada, '2024-12-31')).toThrow(refused('budgeting/no-rate'));
  });

  test('is refused where two are equally specific, until one names all of it', () => {
    const tied = [rate({ role: 'engineer' }, 1n), rate({ siteId: 'Basel' }, 2n)];
    expect(() => rateOn(tied, ada, '2026-01-01')).toThrow(refused('budgeting/rates-tie'));
    expect(rateOn(tied, { role: 'engineer' }, '2026-01-01').perHourMinor).toBe(1n);
    const settled = [...tied, rate({ role: 'engineer', siteId: 'Basel' }, 3n)];
    expect(rateOn(settled, ada, '2026-01-01').perHourMinor).toBe(3n);
  });

  test('a rate that ended makes room for the next specific one', () => {
    const ended = [...card, rate({ personId: 'ada' }, null, { validFrom: '2026-06-01', version: 3 })];
    expect(rateOn(ended, ada, '2026-05-31').perHourMinor).toBe(130_00n);
    expect(rateOn(ended, ada, '2026-06-01').perHourMinor).toBe(115_00n);
  });

  test('a back-dated version holds from its day to the next one; of the same day the later version', () => {
    const back = rate({ personId: 'ada' }, 125_00n, { validFrom: '2026-02-01', version: 3 });
    const again = rate({ personId: 'ada' }, 126_00n, { validFrom: '2026-02-01', version: 4 });
    const on = (day: string) => rateOn([...card, back, again], ada, day).version;
    expect(['2026-01-31', '2026-02-01', '2026-03-10', '2026-03-11'].map(on)).toEqual([1, 4, 4, 2]);
  });
});

describe('people of a partner', () => {
  const kai = { personId: 'kai', partnerId: 'northwind', role: 'engineer', grade: 'N2', siteId: 'Basel' };
  const card = [
    rate({}, 80_00n),
    rate({ role: 'engineer', grade: 'N2', siteId: 'Basel' }, 100_00n),
    rate({ partnerId: 'northwind' }, 120_00n, { validThrough: '2026-12-31' }),
    rate({ partnerId: 'northwind', role: 'engineer', grade: 'N2' }, 140_00n, {
      validFrom: '2026-03-01',
      validThrough: '2026-06-30',
    }),
    rate({ partnerId: 'southgate', role: 'engineer', grade: 'N2', siteId: 'Basel' }, 90_00n),
  ];

  test.each([
    ['2026-02-28', 120_00n],
    ['2026-03-01', 140_00n],
    ['2026-06-30', 140_00n],
    ['2026-07-01', 120_00n],
    ['2026-12-31', 120_00n],
  ])('cost on %s what the card in force says', (on, expected) => {
    expect(rateOn(card, kai, on).perHourMinor).toBe(expected);
  });

  test('cost what no house rate says: after the last day of the card there is none', () => {
    expect(() => rateOn(card, kai, '2027-01-01')).toThrow(refused('budgeting/no-rate'));
    expect(rateOn(card, { ...kai, partnerId: undefined }, '2027-01-01').perHourMinor).toBe(100_00n);
  });

  test('have an own rate before the card, and employees none of the card', () => {
    const own = [...card, rate({ personId: 'kai' }, 150_00n)];
    expect(rateOn(own, kai, '2026-05-05').perHourMinor).toBe(150_00n);
    expect(rateOn(card, { personId: 'ada', role: 'lead' }, '2026-05-05').perHourMinor).toBe(80_00n);
  });
});

const holders = fc.record(
  {
    personId: fc.constantFrom('ada', 'bob'),
    partnerId: fc.constantFrom('northwind', 'southgate'),
    role: fc.constantFrom('engineer', 'lead'),
    grade: fc.constantFrom('P3', 'P4'),
    siteId: fc.constantFrom('Basel', 'Lyon'),
  },
  { requiredKeys: [] },
);
const days = fc.integer({ min: 10, max: 28 }).map((day) => `2026-01-${day}`);
const cards = fc.array(
  fc.record({ holder: holders, validFrom: days, perHourMinor: fc.bigInt({ min: 1n, max: 500n }) }),
  { maxLength: 25 },
);
const versioned = (drawn: readonly Pick<LabourRate, 'holder' | 'validFrom' | 'perHourMinor'>[]) =>
  drawn.map((one, index) =>
    rate(one.holder, one.perHourMinor, { validFrom: one.validFrom, version: index + 1 }),
  );

test('a later version changes no day before it begins, whatever else is on the card', () => {
  fc.assert(
    fc.property(cards, holders, days, (drawn, holder, from) => {
      const before = versioned(drawn);
      const after = [...before, rate(holder, 7n, { validFrom: from, version: drawn.length + 1 })];
      for (let day = 1; day <= 31; day += 1) {
        const on = `2026-01-${String(day).padStart(2, '0')}`;
        if (on < from) expect(inForceOn(after, on)).toEqual(inForceOn(before, on));
      }
    }),
  );
});

test('what is found fits the worker, is in force, and nothing that fits is as specific', () => {
  const parts = ['personId', 'partnerId', 'role', 'grade', 'siteId'] as const;
  const weight = (holder: RateHolder): number =>
    parts.filter((part) => holder[part] !== undefined).length + (holder.personId === undefined ? 0 : 5);
  const isForPartners = ({ personId, partnerId }: RateHolder) => (personId ?? partnerId) !== undefined;
  fc.assert(
    fc.property(cards, holders, days, (drawn, worker, on) => {
      const card = versioned(drawn);
      const fitting = inForceOn(card, on)
        .filter(({ holder }) => worker.partnerId === undefined || isForPartners(holder))
        .filter(({ holder }) =>
          parts.every((part) => holder[part] === undefined || holder[part] === worker[part]),
        );
      const best = Math.max(...fitting.map(({ holder }) => weight(holder)));
      const top = fitting.filter(({ holder }) => weight(holder) === best);
      if (top.length === 1) expect(rateOn(card, worker, on)).toEqual(top[0]);
      else {
        const code = top.length === 0 ? 'budgeting/no-rate' : 'budgeting/rates-tie';
        expect(() => rateOn(card, worker, on)).toThrow(refused(code));
      }
    }),
    { numRuns: 500 },
  );
});
