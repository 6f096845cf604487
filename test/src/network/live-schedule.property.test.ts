import { expect, test } from '@jest/globals';
import { compileCalendar, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import fc from 'fast-check';
import { compileNetwork, LiveSchedule, schedule } from '@meridian/network';
import type { ActivityChange, Constraint, NetworkInput, Progress, ScheduleOptions } from '@meridian/network';
import { calendarNetworks, grouped, inPieces, PROJECT_START } from './random-networks.js';

type Step = { readonly pick: number; readonly change: ActivityChange };

test('after any changes, a live schedule says what a schedule from scratch says', () => {
  fc.assert(
    fc.property(
      fc.oneof(calendarNetworks(), grouped(inPieces(calendarNetworks()))),
      fc.array(steps(), { minLength: 1, maxLength: 6 }),
      settings(),
      (input, list, set) => {
        const options = { ...set, projectStart: PROJECT_START } as ScheduleOptions;
        const live = new LiveSchedule(compileNetwork(input), options);
        let changed = input;
        const progress = new Map<string, Progress>();
        for (const { pick, change } of list) {
          const leaves = changed.activities.filter(({ id }) => !id.startsWith('g'));
          const { id, pieces } = leaves[pick % leaves.length]!;
          // With its duration its pieces change as well, which a network from scratch is told in other words.
          if (pieces?.length && ('durationMinutes' in change || 'manual' in change)) continue;
          const before = new Map(live.schedule.activities().map((row) => [row.id, row]));
          const moved = live.change(id, change);
          changed = withChange(changed, id, change);
          if (change.progress) progress.set(id, change.progress);
          else if (change.progress === null) progress.delete(id);
          const whole = schedule(compileNetwork(changed), { ...options, progress });
          expect(live.schedule.activities()).toEqual(whole.activities());
          expect(live.schedule.clashes).toEqual(whole.clashes);
          expect(live.schedule.projectFinish).toBe(whole.projectFinish);
          expect(live.schedule.criticalPaths()).toEqual(whole.criticalPaths());
          const byId = new Map(moved.map((row) => [row.id, row]));
          for (const row of whole.activities()) {
            const was = before.get(row.id)!;
            if (row.isSummary) continue;
            const isMoved = was.earlyStart !== row.earlyStart || was.earlyFinish !== row.earlyFinish;
            const { start, finish } = byId.get(row.id) ?? {};
            const expected = isMoved ? [row.earlyStart, row.earlyFinish] : [undefined, undefined];
            expect([row.id, start, finish]).toEqual([row.id, ...expected]);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('a finish that is shown at the opening its start was waiting for has moved, though the same work is done', () => {
  const projectCalendar = compileCalendar(STANDARD_CALENDAR);
  const input: NetworkInput = {
    projectCalendar,
    activities: [
      { id: 'M', durationMinutes: 0 },
      { id: 'A', durationMinutes: 480 },
    ],
    links: [{ from: 'M', to: 'A', kind: 'SF' }],
  };
  const live = new LiveSchedule(compileNetwork(input), { projectStart: momentFromIso('2025-04-10T08:00') });
  const startsAt = (iso: string) => ({
    progress: { actualStart: momentFromIso(iso), percentComplete: 100 },
  });
  live.change('M', startsAt('2025-04-11T17:00'));
  const friday = { finish: momentFromIso('2025-04-11T17:00') };
  const monday = { finish: momentFromIso('2025-04-14T08:00') };
  expect(live.schedule.at('A')).toMatchObject(friday);
  const moved = live.change('M', startsAt('2025-04-14T08:00'));
  expect(moved.find(({ id }) => id === 'A')).toMatchObject({ ...monday, finishBefore: friday.finish });
  expect(live.schedule.at('A')).toMatchObject(monday);
});

function settings(): fc.Arbitrary<Partial<ScheduleOptions>> {
  return fc.record(
    {
      honour: fc.constantFrom('constraint' as const, 'link' as const),
      multipleCriticalPaths: fc.boolean(),
      outOfSequence: fc.constantFrom('retained-logic' as const, 'progress-override' as const),
      mustFinishBy: fc.integer({ min: 0, max: 20_000 }).map((minutes) => PROJECT_START + minutes),
      statusDate: fc.integer({ min: 0, max: 4_000 }).map((minutes) => PROJECT_START + minutes),
    },
    { requiredKeys: [] },
  );
}

function steps(): fc.Arbitrary<Step> {
  const moment = fc.integer({ min: -2_000, max: 12_000 }).map((minutes) => PROJECT_START + minutes);
  const constraint: fc.Arbitrary<Constraint | null> = fc.option(
    fc.record({
      kind: fc.constantFrom('SNET', 'FNET', 'MSO', 'MFO', 'SNLT', 'FNLT', 'START_ON', 'FINISH_ON'),
      at: moment,
    }),
  );
  const progress = fc.record({ actualStart: moment, percentComplete: fc.integer({ min: 0, max: 100 }) });
  const minutes = fc.nat({ max: 2_000 });
  const delay = fc.oneof(fc.record({ minutes }), fc.record({ elapsedMinutes: minutes }));
  const change: fc.Arbitrary<ActivityChange> = fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 3_000 }).map((durationMinutes) => ({ durationMinutes })) },
    fc.constant({ durationMinutes: 0 }),
    constraint.map((value) => ({ constraint: value })),
    fc.option(moment).map((deadline) => ({ deadline })),
    fc.option(progress).map((value) => ({ progress: value })),
    fc
      .tuple(moment, fc.nat({ max: 5_000 }))
      .map(([start, length]) => ({ manual: { start, finish: start + length } })),
    fc.constant({ manual: null }),
    fc.option(delay).map((value) => ({ delay: value })),
  );
  return fc.record({ pick: fc.nat(), change });
}

function withChange(
  input: NetworkInput,
  id: string,
  { progress: _, ...change }: ActivityChange,
): NetworkInput {
  const activities = input.activities.map((activity) =>
    activity.id === id ? { ...activity, ...change } : activity,
  );
  return { ...input, activities };
}
