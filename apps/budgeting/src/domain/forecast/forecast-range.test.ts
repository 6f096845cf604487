import { expect, test } from '@jest/globals';
import { ratio } from '@meridian/money';
import { available } from '../earned-value/figure.js';
import { workCalendar } from '../plan/working-days.js';
import { forecastsOnWire } from './forecast-on-wire.js';
import type { WireForecasts } from './forecast-on-wire.js';
import { COST_METHODS, FINISH_METHODS } from './forecast-methods.js';
import { projectForecasts } from './forecast-range.js';
import type { ForecastFacts } from './forecast-range.js';
import { referenceClass } from './reference-class.js';

const NOBODY = referenceClass([], 'Roads');

// EVM-1 over five working days from Monday, 2 March 2026, with its status on the Wednesday.
const FACTS: ForecastFacts = {
  totals: { bacMinor: 10_000_000n, pvMinor: 4_000_000n, evMinor: 3_500_000n, acMinor: 3_600_000n },
  committedMinor: 0n,
  statusDate: '2026-03-04',
  days: [1n, 2n, 4n, 7n, 10n].map((million, index) => ({
    day: `2026-03-0${index + 2}`,
    cumulativeMinor: million * 1_000_000n,
  })),
  calendar: workCalendar(),
  scheduleFinish: '2026-03-10',
  simulation: { p10: '2026-03-06', p50: '2026-03-11', p90: '2026-03-20' },
  reference: NOBODY,
};

function said(more: Partial<ForecastFacts> = {}): WireForecasts & {
  readonly by: (of: 'cost' | 'finish', method: string) => WireForecasts['figures'][number] | undefined;
} {
  const facts = { ...FACTS, ...more };
  const wire = forecastsOnWire(projectForecasts(facts), facts.reference);
  return {
    ...wire,
    by: (of, method) => wire.figures.find((figure) => figure.of === of && figure.method === method),
  };
}

test('EVM-2 and ES-2 stand side by side: every estimate of cost, every finish, each with its formula and source', () => {
  const { figures, by } = said();
  expect(figures).toHaveLength(Object.keys(COST_METHODS).length + Object.keys(FINISH_METHODS).length);
  expect(figures.every(({ formula, source }) => formula !== '' && source !== '')).toBe(true);
  // rules.md EVM-2: (a) 102,857.14; (b) 101,000; (c) 112,408.16; (d) 104,221.57
  expect(by('cost', 'cost-index')).toMatchObject({ amountMinor: '10285714', isDefault: true });
  expect(by('cost', 'planned-rate')?.amountMinor).toBe('10100000');
  expect(by('cost', 'cost-and-schedule-index')?.amountMinor).toBe('11240816');
  expect(by('cost', 'weighted-indices')?.amountMinor).toBe('10422157');
  // IEAC(t) 5.454545 and 5.25: within the sixth working day, Monday.
  expect(by('finish', 'earned-schedule-2')?.finish).toBe('2026-03-09');
  expect(by('finish', 'earned-schedule-1')?.finish).toBe('2026-03-09');
});

test('the schedule of the project is the default finish; the range goes from the earliest to the latest of all', () => {
  const range = said();
  expect(range.by('finish', 'network')).toMatchObject({ finish: '2026-03-10', isDefault: true });
  expect(range).toMatchObject({
    plannedFinish: '2026-03-06',
    earliest: '2026-03-09',
    latest: '2026-03-11',
    lowestMinor: '10000000',
    highestMinor: '11240816',
  });
  expect(range.by('finish', 'simulation')).toMatchObject({ earliest: '2026-03-06', latest: '2026-03-20' });
});

test('without a schedule earned schedule stands in; what is not known says why', () => {
  const { by } = said({ scheduleFinish: null, simulation: null });
  expect(by('finish', 'earned-schedule-1')?.isDefault).toBe(true);
  expect(by('finish', 'network')?.notAvailable).toBe(
    'No plan was adopted, so there is no schedule to compute anew.',
  );
  expect(by('finish', 'simulation')?.notAvailable).toBe('The schedule was not simulated.');
  expect(by('finish', 'reference-class')?.notAvailable).toMatch(/^Fewer than 10 projects/);
  expect(by('finish', 'reference-class')?.source).toMatch(/0 closed projects of the house$/);
  expect(by('cost', 'bottom-up')?.notAvailable).toBe('Nobody gave a new estimate of the rest.');
  expect(by('cost', 'recent-cost-index')?.notAvailable).toBe('Fewer than three status dates were reported.');
});

test('a class of closed projects gives an interval on budget and duration', () => {
  const spread = available({ low: ratio(1n), median: ratio(6n, 5n), high: ratio(2n) });
  const { by } = said({ reference: { size: 12, of: 'portfolio', cost: spread, duration: spread } });
  expect(by('cost', 'reference-class')).toMatchObject({
    amountMinor: '12000000',
    lowMinor: '10000000',
    highMinor: '20000000',
  });
  expect(by('finish', 'reference-class')).toMatchObject({
    finish: '2026-03-09',
    earliest: '2026-03-06',
    latest: '2026-03-13',
  });
});

test('a project without a budget has no forecast of cost but what is spent and ordered', () => {
  const nothing = { bacMinor: 0n, pvMinor: 0n, evMinor: 0n, acMinor: 500n };
  const { by, figures } = said({ totals: nothing, days: [], committedMinor: 200n });
  expect(by('cost', 'certain-cost')).toMatchObject({ amountMinor: '700', isDefault: true });
  expect(figures.filter(({ amountMinor }) => amountMinor !== undefined)).toHaveLength(1);
  expect(by('finish', 'earned-schedule-1')?.notAvailable).toMatch(/^No work is planned/);
});
