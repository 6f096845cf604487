import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileNetwork, schedule } from '@meridian/network';
import type { Activity, Link, NetworkInput, Schedule } from '@meridian/network';
import { activityOf, afterLag, calendarOf, minuteLater, workBetween } from './by-hand.js';
import { calendarNetworks, inPieces, PROJECT_START } from './random-networks.js';

test('no link is broken, whatever calendars its ends have', () => {
  fc.assert(
    fc.property(calendarNetworks(), (input) => {
      const result = schedule(compileNetwork(input), { projectStart: PROJECT_START });
      for (const link of input.links) expect(brokenBy(input, result, link)).toBeLessThanOrEqual(0);
      for (const activity of input.activities) {
        const { earlyStart, earlyFinish } = result.at(activity.id);
        expect(workBetween(calendarOf(input, activity), earlyStart, earlyFinish)).toBe(
          activity.durationMinutes,
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('an activity that starts at its late start keeps the finish, a minute of work later it moves it', () => {
  fc.assert(
    fc.property(wholeOrInPieces(), fc.nat(), (input, pick) => {
      const activity = input.activities[pick % input.activities.length]!;
      const plan = schedule(compileNetwork(input), { projectStart: PROJECT_START });
      const { earlyStart, lateStart, totalFloatMinutes } = plan.at(activity.id);
      const calendar = calendarOf(input, activity);
      expect(workBetween(calendar, earlyStart, lateStart)).toBe(totalFloatMinutes);
      expect(startedAt(input, activity, lateStart).projectFinish).toBe(plan.projectFinish);
      const tooLate = minuteLater(calendar, lateStart);
      expect(startedAt(input, activity, tooLate).projectFinish).toBeGreaterThan(plan.projectFinish);
    }),
    { numRuns: 500 },
  );
});

test('free float moves nobody else, a minute of work more does', () => {
  fc.assert(
    fc.property(wholeOrInPieces(), fc.nat(), (input, pick) => {
      const activity = input.activities[pick % input.activities.length]!;
      fc.pre(activity.durationMinutes > 0);
      const plan = schedule(compileNetwork(input), { projectStart: PROJECT_START });
      const { earlyStart, freeFloatMinutes } = plan.at(activity.id);
      const calendar = calendarOf(input, activity);
      const moved = calendar
        ? calendar.startAt(calendar.workBefore(earlyStart) + freeFloatMinutes)
        : earlyStart + freeFloatMinutes;
      const others = (result: Schedule) =>
        result
          .activities()
          .filter(({ id }) => id !== activity.id)
          .map(({ id, earlyStart: start }) => [id, start]);
      const tolerated = startedAt(input, activity, moved);
      expect([tolerated.projectFinish, others(tolerated)]).toEqual([plan.projectFinish, others(plan)]);
      const tooMuch = startedAt(input, activity, minuteLater(calendar, moved));
      expect([tooMuch.projectFinish, others(tooMuch)]).not.toEqual([plan.projectFinish, others(plan)]);
    }),
    { numRuns: 500 },
  );
});

test('as late as possible moves no successor and not the finish', () => {
  fc.assert(
    fc.property(calendarNetworks(), fc.nat(), (input, pick) => {
      const activity = input.activities[pick % input.activities.length]!;
      const plan = schedule(compileNetwork(input), { projectStart: PROJECT_START });
      const late = schedule(compileNetwork(changed(input, { ...activity, constraint: { kind: 'ALAP' } })), {
        projectStart: PROJECT_START,
      });
      expect(late.projectFinish).toBe(plan.projectFinish);
      expect(late.at(activity.id).start).toBeGreaterThanOrEqual(plan.at(activity.id).start);
      expect(late.at(activity.id).freeFloatMinutes === 0 || activity.durationMinutes === 0).toBe(true);
      for (const { id } of input.activities)
        if (id !== activity.id) expect(late.at(id).start).toBe(plan.at(id).start);
    }),
    { numRuns: 300 },
  );
});

test('a plan without constraints has a critical path that ends with the project', () => {
  fc.assert(
    fc.property(calendarNetworks(), (input) => {
      const result = schedule(compileNetwork(input), { projectStart: PROJECT_START });
      const last = result.criticalPaths()[0]!.at(-1)!;
      expect(result.at(last).totalFloatMinutes).toBe(0);
      for (const activity of result.activities()) {
        expect(activity.totalFloatMinutes).toBeGreaterThanOrEqual(0);
        expect(activity.freeFloatMinutes).toBeLessThanOrEqual(activity.totalFloatMinutes);
      }
    }),
    { numRuns: 300 },
  );
});

function wholeOrInPieces(): fc.Arbitrary<NetworkInput> {
  return fc.oneof(calendarNetworks(), inPieces(calendarNetworks()));
}

/** By how many minutes a link is broken: on the clock for a start, in the successor's working time for a finish. */
function brokenBy(input: NetworkInput, result: Schedule, link: Link): number {
  const from = result.at(link.from);
  const to = result.at(link.to);
  const successor = activityOf(input, link.to);
  const moment = link.kind === 'FS' || link.kind === 'FF' ? from.earlyFinish : from.earlyStart;
  const bound = afterLag(input, link, moment);
  if (link.kind === 'FS' || link.kind === 'SS') return bound - to.earlyStart;
  if (successor.durationMinutes === 0) return bound - to.earlyFinish;
  return workBetween(calendarOf(input, successor), to.earlyFinish, bound);
}

function startedAt(input: NetworkInput, activity: Activity, at: number): Schedule {
  return schedule(compileNetwork(changed(input, { ...activity, constraint: { kind: 'SNET', at } })), {
    projectStart: PROJECT_START,
  });
}

function changed(input: NetworkInput, activity: Activity): NetworkInput {
  return {
    ...input,
    activities: input.activities.map((other) => (other.id === activity.id ? activity : other)),
  };
}
