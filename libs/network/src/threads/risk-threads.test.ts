import { afterAll, expect, test } from '@jest/globals';
import { compileCalendar, momentFromIso, NIGHT_SHIFT_CALENDAR, STANDARD_CALENDAR } from '@meridian/calendar';
import type { Activity } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { simulateRisk } from '../risk/risk-answer.js';
import type { RiskAnswer } from '../risk/risk-answer.js';
import type { RiskInput } from '../risk/risk-input.js';
import type { Spread } from '../risk/spread.js';
import { RiskThreads } from './risk-threads.js';

const pools = [1, 2, 3].map((threads) => new RiskThreads({ threads }));
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

/** A chain of three beside another activity; in one calendar, or in two. */
function plan(calendars: 'one' | 'two'): RiskInput {
  const ids = ['dig', 'pour', 'dry', 'paint'];
  const activities = ids.map((id, i): Activity => ({
    id,
    durationMinutes: 2_400 * (i + 1),
    calendarId: calendars === 'two' && i % 2 ? 'night' : null,
  }));
  const network = compileNetwork({
    activities,
    links: [
      { from: 'dig', to: 'pour', kind: 'FS' },
      { from: 'pour', to: 'dry', kind: 'SS', lag: { minutes: 480 } },
    ],
    projectCalendar: compileCalendar(STANDARD_CALENDAR),
    calendars: new Map([['night', compileCalendar(NIGHT_SHIFT_CALENDAR)]]),
  });
  const spread: Spread = { kind: 'pert', low: 480, likely: 2_400, high: 9_600 };
  return {
    network,
    options: { projectStart: momentFromIso('2026-01-05T08:00') },
    durations: new Map(ids.map((id) => [id, spread])),
    costs: new Map([['dig', { perMinuteMinor: 3 }]]),
    correlations: [{ activityIds: ['dig', 'pour', 'dry'], coefficient: 0.6 }],
    events: [{ id: 'rain', probability: 0.3, effects: [{ activityId: 'pour', delayMinutes: 960 }] }],
    seed: 2026,
  };
}

function figures(answer: RiskAnswer) {
  const percents = [10, 25, 50, 75, 80, 90];
  return {
    finishes: percents.map((percent) => answer.finishAt(percent)),
    costs: percents.map((percent) => answer.costAt(percent)),
    delay: answer.delay,
    activities: answer.activities(),
    events: answer.events(),
  };
}

test.each(['one', 'two'] as const)(
  'with %s calendar any number of threads gives the same bits',
  async (calendars) => {
    const alone = figures(simulateRisk(plan(calendars), 1_000));
    for (const pool of pools) expect(figures(await pool.simulate(plan(calendars), 1_000))).toEqual(alone);
  },
);

test('simulations asked for at the same time come one after the other, each with its own answer', async () => {
  const [pool] = pools;
  const seeds = [1, 2, 3];
  const answers = await Promise.all(seeds.map((seed) => pool!.simulate({ ...plan('one'), seed }, 300)));
  const alone = seeds.map((seed) => simulateRisk({ ...plan('one'), seed }, 300));
  expect(answers.map(figures)).toEqual(alone.map(figures));
});

test('an aborted simulation ends with the reason, and the next one runs', async () => {
  const [pool] = pools;
  const abort = new AbortController();
  const doomed = pool!.simulate(plan('two'), 100_000, abort.signal);
  abort.abort(new Error('no longer wanted'));
  await expect(doomed).rejects.toThrow('no longer wanted');
  await expect(pool!.simulate(plan('one'), 100, abort.signal)).rejects.toThrow('no longer wanted');
  expect((await pool!.simulate(plan('one'), 100)).runs).toBe(100);
});

test('what a thread cannot compute is said, and the pool goes on', async () => {
  const [pool] = pools;
  const endless: Spread = { kind: 'uniform', low: 90_000_000, high: 95_000_000 };
  const input = { ...plan('two'), durations: new Map([['dig', endless]]) };
  await expect(pool!.simulate(input, 10)).rejects.toMatchObject({ code: 'calendar/no-working-time' });
  expect((await pool!.simulate(plan('two'), 10)).runs).toBe(10);
});

test('a closed pool fails what still runs', async () => {
  const pool = new RiskThreads({ threads: 1 });
  const running = pool.simulate(plan('two'), 100_000);
  const waiting = pool.simulate(plan('one'), 10);
  const failures = Promise.all([
    expect(running).rejects.toThrow('closed'),
    expect(waiting).rejects.toThrow('closed'),
  ]);
  await pool.close();
  await failures;
});

test.each([0, 1.5, 2_000_000])('%d runs are refused', async (runs) => {
  await expect(pools[0]!.simulate(plan('one'), runs)).rejects.toThrow('allowed are whole numbers from 1');
});
