import { compileCalendar, momentFromIso, NIGHT_SHIFT_CALENDAR, STANDARD_CALENDAR } from '@meridian/calendar';
import { expect, test } from '@jest/globals';
import type { Activity, Constraint, Link, LinkKind, NetworkInput } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import type { Progress, ScheduleOptions } from '../schedule-options.js';
import { schedule } from '../schedule.js';
import { DrawnBlock } from './draw-block.js';
import { prepareRisk } from './prepare-risk.js';
import { RiskKernel } from './risk-kernel.js';
import { BLOCK_RUNS } from './risk-model.js';

const START = momentFromIso('2026-01-05T08:00');
const office = compileCalendar(STANDARD_CALENDAR);
const night = compileCalendar(NIGHT_SHIFT_CALENDAR);
const KINDS: readonly LinkKind[] = ['FS', 'SS', 'FF', 'SF', 'FS'];
const RUNS = 32;
const COUNT = 14;

type Case = { readonly seed: number; readonly calendars: 'none' | 'one' | 'two'; readonly begun: boolean };

const cases = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
  (['none', 'one', 'two'] as const).flatMap((calendars) =>
    [false, true].map((begun): Case => ({ seed, calendars, begun })),
  ),
);

test.each(cases)('each run is what the schedule says for its durations: %j', (drawnCase) => {
  const { input, options } = planOf(drawnCase);
  const network = compileNetwork(input);
  const durations = new Map(
    input.activities.map(({ id }) => [id, { kind: 'uniform', low: 0, high: 4_000 } as const]),
  );
  const model = prepareRisk({ network, options, durations, seed: drawnCase.seed });
  expect(model.plan.kind).toBe(drawnCase.calendars === 'two' ? 'calendars' : 'line');
  const drawn = new DrawnBlock(model);
  drawn.draw(0);
  const answer = new RiskKernel(model).block(0, RUNS);
  const critical = new Int32Array(network.count);
  for (let run = 0; run < RUNS; run++) {
    const whole = schedule(...ofRun({ input, options }, (id) => drawnFor(id, run)));
    const place =
      drawnCase.calendars === 'one' ? office.workBefore(whole.projectFinish) : whole.projectFinish;
    expect([run, answer.finish[run]]).toEqual([run, place]);
    for (const id of whole.criticalIds()) critical[network.positionOf[network.indexOf.get(id)!]!]!++;
  }
  expect([...answer.criticalRuns]).toEqual([...critical]);

  function drawnFor(id: string, run: number): number {
    return drawn.duration[network.positionOf[network.indexOf.get(id)!]! * BLOCK_RUNS + run]!;
  }
});

/** The plan in which what remains is what was drawn. */
function ofRun(
  { input, options }: { input: NetworkInput; options: ScheduleOptions },
  remaining: (id: string) => number,
): Parameters<typeof schedule> {
  const progress = new Map<string, Progress>();
  const activities = input.activities.map((activity) => {
    const report = options.progress?.get(activity.id);
    if (report?.actualFinish != null) {
      progress.set(activity.id, report);
      return activity;
    }
    const rest = remaining(activity.id);
    if (!report) return { ...activity, durationMinutes: rest };
    progress.set(activity.id, { actualStart: report.actualStart!, remainingMinutes: rest });
    const done = activity.durationMinutes - report.remainingMinutes!;
    return { ...activity, durationMinutes: done + rest };
  });
  return [compileNetwork({ ...input, activities }), { ...options, progress }];
}

function planOf({ seed, calendars, begun }: Case): { input: NetworkInput; options: ScheduleOptions } {
  const draw = generator(seed);
  const start = calendars === 'none' ? 0 : START;
  const constraintOf = (i: number): Constraint | null =>
    i % 5 === 3 ? { kind: 'SNET', at: start + draw(6_000) } : null;
  const activities = Array.from({ length: COUNT }, (_, i): Activity => ({
    id: `a${(i * 5) % COUNT}`,
    durationMinutes: 500 + draw(2_000),
    calendarId: calendars === 'two' && i % 3 === 0 ? 'night' : null,
    constraint: constraintOf(i),
  }));
  const links = Array.from({ length: 2 * COUNT }, (): Link => {
    const to = 1 + draw(COUNT - 1);
    const from = draw(to);
    const lag = { minutes: draw(900) - 300 };
    return { from: activities[from]!.id, to: activities[to]!.id, kind: KINDS[draw(KINDS.length)]!, lag };
  });
  const progress = new Map<string, Progress>();
  if (begun) {
    progress.set(activities[0]!.id, { actualStart: start, actualFinish: start + 700 });
    progress.set(activities[1]!.id, { actualStart: start + 60, remainingMinutes: 400 });
  }
  const statusDate = begun && seed % 2 ? start + 1_000 : null;
  const outOfSequence = seed % 3 ? 'retained-logic' : 'progress-override';
  return {
    input:
      calendars === 'none'
        ? { activities, links }
        : { activities, links, projectCalendar: office, calendars: new Map([['night', night]]) },
    options: { projectStart: start, progress, statusDate, outOfSequence },
  };
}

/** Numerical Recipes' linear congruential generator. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
