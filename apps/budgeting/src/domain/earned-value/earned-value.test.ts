import { describe, expect, test } from '@jest/globals';
import { ratio } from '@meridian/money';
import fc from 'fast-check';
import { eacRange } from './estimate-at-completion.js';
import { earnedValueFigures } from './earned-value.js';
import { available, notAvailable, valueOf } from './figure.js';

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe('undefined figures', () => {
  test('without actual cost there is no cost index and no estimate that rests on it', () => {
    const figures = earnedValueFigures({ bacMinor: 100n, pvMinor: 50n, evMinor: 0n, acMinor: 0n });
    expect(figures.cpi).toEqual(notAvailable('no-actual-cost'));
    expect(figures.criticalRatio).toEqual(notAvailable('no-actual-cost'));
    expect(figures.estimates['cost-index'].eacMinor).toEqual(notAvailable('no-actual-cost'));
    expect(figures.estimates['planned-rate'].eacMinor).toEqual(available(100n));
  });

  test('before anything is planned there is no schedule index, rather than "on schedule"', () => {
    const figures = earnedValueFigures({ bacMinor: 100n, pvMinor: 0n, evMinor: 10n, acMinor: 10n });
    expect(figures.spi).toEqual(notAvailable('no-planned-value'));
    expect(figures.estimates['cost-and-schedule-index'].eacMinor).toEqual(notAvailable('no-planned-value'));
  });

  test('money spent and nothing earned: the cost index is zero and gives no estimate', () => {
    const figures = earnedValueFigures({ bacMinor: 100n, pvMinor: 50n, evMinor: 0n, acMinor: 10n });
    expect(valueOf(figures.cpi)).toBe('0.000000');
    expect(figures.estimates['cost-index'].vacMinor).toEqual(notAvailable('no-earned-value'));
  });

  test('with work left and the budget gone the budget is not achievable', () => {
    const figures = earnedValueFigures({ bacMinor: 100n, pvMinor: 50n, evMinor: 99n, acMinor: 100n });
    expect(figures.tcpiBac).toEqual(notAvailable('not-achievable'));
  });

  test('when all is earned nothing is left to reach', () => {
    const over = earnedValueFigures({ bacMinor: 100n, pvMinor: 100n, evMinor: 100n, acMinor: 120n });
    expect(over.tcpiBac).toEqual(notAvailable('work-complete'));
    expect(valueOf(over.estimates['cost-index'].eacMinor)).toBe(120n);
    const under = earnedValueFigures({ bacMinor: 100n, pvMinor: 100n, evMinor: 100n, acMinor: 80n });
    expect(valueOf(under.tcpiBac)).toBe('0.000000');
  });

  test('without a budget no share of it is complete', () => {
    const figures = earnedValueFigures({ bacMinor: 0n, pvMinor: 0n, evMinor: 0n, acMinor: 5n });
    expect(figures.shareComplete).toEqual(notAvailable('no-budget'));
    expect(figures.shareSpent).toEqual(notAvailable('no-budget'));
  });
});

describe('estimates on another basis', () => {
  const totals = { bacMinor: 100_000n, pvMinor: 40_000n, evMinor: 35_000n, acMinor: 36_000n };

  test('bottom-up adds the new estimate of the rest to what is spent', () => {
    const { estimates } = earnedValueFigures(totals, { bottomUpEtcMinor: 70_000n });
    expect(estimates['bottom-up']).toMatchObject({
      eacMinor: available(106_000n),
      etcMinor: available(70_000n),
    });
    expect(earnedValueFigures(totals).estimates['bottom-up'].eacMinor).toEqual(
      notAvailable('no-bottom-up-estimate'),
    );
  });

  test('the last three periods alone carry the recent trend', () => {
    const { estimates } = earnedValueFigures(totals, { recent: { evMinor: 10_000n, acMinor: 20_000n } });
    expect(estimates['recent-cost-index'].eacMinor).toEqual(available(166_000n));
    expect(earnedValueFigures(totals).estimates['recent-cost-index'].eacMinor).toEqual(
      notAvailable('no-recent-periods'),
    );
  });

  test('SPI(t) stands in for SPI when it is given', () => {
    const { estimates } = earnedValueFigures(totals, { scheduleIndex: available(ratio(11n, 12n)) });
    // 36,000 + 65,000 / (35/36 × 11/12) = 36,000 + 65,000 × 432 / 385
    expect(estimates['cost-and-schedule-index'].eacMinor).toEqual(available(108_935n));
  });

  test('the range runs from the most hopeful to the most worried estimate', () => {
    const { estimates } = earnedValueFigures(totals);
    expect(eacRange(estimates)).toEqual(available({ lowestMinor: 101_000n, highestMinor: 112_408n }));
  });
});

test('the performance needed to end at BAC/CPI is the performance so far, whatever the figures', () => {
  fc.assert(
    fc.property(amount, amount, amount, (bacMinor, part, acMinor) => {
      const evMinor = part % bacMinor;
      const { estimates, cpi } = earnedValueFigures({ bacMinor, pvMinor: bacMinor, evMinor, acMinor });
      if (evMinor > 0n) expect(estimates['cost-index'].tcpiEac).toEqual(cpi);
    }),
  );
});

test('the amounts shown add up: EAC = AC + ETC and BAC = EAC + VAC', () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, (bacMinor, pvMinor, part, acMinor) => {
      const { estimates } = earnedValueFigures({
        bacMinor,
        pvMinor,
        evMinor: part % (bacMinor + 1n),
        acMinor,
      });
      for (const { eacMinor, etcMinor, vacMinor } of Object.values(estimates)) {
        if (eacMinor.state !== 'available') continue;
        expect(acMinor + (valueOf(etcMinor) ?? 0n)).toBe(eacMinor.value);
        expect(eacMinor.value + (valueOf(vacMinor) ?? 0n)).toBe(bacMinor);
      }
    }),
  );
});
