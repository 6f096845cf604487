import { expect, test } from '@jest/globals';
import { earnedSchedule } from '../earned-value/earned-schedule.js';
import { earnedValueFigures } from '../earned-value/earned-value.js';
import { valueOf } from '../earned-value/figure.js';

// ES-1. Source: Lipke, slides on earned schedule: seven months gone, what is earned was planned for the end of month five.
test('ES-1: two months late after seven', () => {
  const cumulativePvMinor = [10n, 25n, 45n, 70n, 100n, 130n, 155n, 175n, 190n, 200n];
  const figures = earnedSchedule({ cumulativePvMinor, evMinor: 100n, actualTime: 7 });
  expect(figures).toMatchObject({ earnedSchedule: '5.000000', svTime: '-2.000000' });
  expect(valueOf(figures.spiTime)).toBe('0.714286');
});

// ES-3, constructed from the published rule: why earned schedule exists.
test('ES-3: late by two periods at the end, where SV and SPI no longer show it', () => {
  const cumulativePvMinor = [10_000n, 20_000n, 40_000n, 70_000n, 100_000n];
  const atEnd = earnedValueFigures({
    bacMinor: 100_000n,
    pvMinor: 100_000n,
    evMinor: 100_000n,
    acMinor: 90_000n,
  });
  expect(atEnd.svMinor).toBe(0n);
  expect(valueOf(atEnd.spi)).toBe('1.000000');
  const figures = earnedSchedule({ cumulativePvMinor, evMinor: 100_000n, actualTime: 7 });
  expect(figures.svTime).toBe('-2.000000');
  expect(valueOf(figures.spiTime)).toBe('0.714286');
  expect(valueOf(figures.ieacTime.atTimeIndex)).toBe('7.000000');
  expect(figures.tspi).toEqual({ state: 'not-available', reason: 'work-complete' });
});
