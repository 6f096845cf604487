import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Activity, Link } from './activity-network.js';
import { compileNetwork } from './compile-network.js';
import type { FloatLimit } from './float-limit.js';
import { schedule } from './schedule.js';
import type { ScheduleOptions } from './schedule-options.js';

const fs = (from: string, to: string, minutes = 0): Link => ({ from, to, kind: 'FS', lag: { minutes } });

function limits(
  activities: readonly Activity[],
  links: readonly Link[],
  options: Partial<ScheduleOptions> = {},
): (id: string) => FloatLimit[] {
  const answer = schedule(compileNetwork({ activities, links }), {
    projectStart: 0,
    ...options,
  } as ScheduleOptions);
  return (id) => answer.floatLimits(id);
}

const four = (more: Partial<Record<string, Partial<Activity>>> = {}): Activity[] =>
  ['A', 'B', 'C', 'D'].map((id) => ({ id, durationMinutes: 10, ...more[id] }));

test('the chain goes from successor to successor, past those that leave more time, to the finish of the project', () => {
  const of = limits(four({ C: { durationMinutes: 3 } }), [
    fs('A', 'B'),
    fs('A', 'C'),
    fs('B', 'D'),
    fs('C', 'D'),
  ]);
  expect(of('A')).toEqual([
    { activityId: 'A', by: 'successor' },
    { activityId: 'B', by: 'successor' },
    { activityId: 'D', by: 'project-finish' },
  ]);
  expect(of('C').map(({ activityId }) => activityId)).toEqual(['C', 'D']);
});

test('a deadline or a date that must be met ends the chain, unless a successor asks for more', () => {
  const links = [fs('A', 'B'), fs('B', 'C')];
  expect(limits(four({ B: { deadline: 25 }, D: { durationMinutes: 90 } }), links)('A')).toEqual([
    { activityId: 'A', by: 'successor' },
    { activityId: 'B', by: 'deadline', givenAt: 25 },
  ]);
  const wish = { constraint: { kind: 'FNLT', at: 20 } } as const;
  expect(limits(four({ B: wish, D: { durationMinutes: 90 } }), links)('A').at(-1)).toEqual({
    activityId: 'B',
    by: 'constraint',
    givenAt: 20,
  });
  expect(limits(four({ B: { deadline: 80 }, D: { durationMinutes: 85 } }), links)('A').at(-1)).toEqual({
    activityId: 'C',
    by: 'project-finish',
  });
});

test('what is done is held by nothing, and holds nothing', () => {
  const links = [fs('A', 'B'), fs('B', 'C')];
  const progress = new Map([['B', { actualStart: 0, actualFinish: 5 }]]);
  const of = limits(four(), links, { progress });
  expect(of('B')).toEqual([]);
  expect(of('A')).toEqual([{ activityId: 'A', by: 'project-finish' }]);
});

test('a summary is passed through: what is in it holds what leads to it', () => {
  const activities = [
    ...four({ B: { parentId: 'S' }, C: { parentId: 'S', durationMinutes: 20 } }),
    { id: 'S', durationMinutes: 0 },
  ];
  const of = limits(activities, [fs('A', 'S'), fs('S', 'D')]);
  expect(of('A').map(({ activityId }) => activityId)).toEqual(['A', 'C', 'D']);
  expect(of('S')).toEqual([]);
  const capped = activities.map((one) => (one.id === 'S' ? { ...one, deadline: 29 } : one));
  expect(limits(capped, [fs('A', 'S')])('C').at(-1)).toEqual({
    activityId: 'C',
    by: 'deadline',
    givenAt: 29,
  });
});

/** Twelve activities, links forward only, deadlines on some. */
const networks = fc.record({
  durations: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
  deadlines: fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }), {
    minLength: 12,
    maxLength: 12,
  }),
  links: fc.array(
    fc.record({
      ends: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 2, maxLength: 2 }),
      kind: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
      minutes: fc.integer({ min: -4, max: 8 }),
    }),
    { maxLength: 20 },
  ),
});

test('one minute more than the total float moves what the chain ends with, and nothing before it', () => {
  fc.assert(
    fc.property(networks, ({ durations, deadlines, links: drawn }) => {
      const activities = durations.map((durationMinutes, at) => ({
        id: `A${at}`,
        durationMinutes,
        deadline: deadlines[at] ?? null,
      }));
      const links = drawn.map(({ ends, kind, minutes }): Link => {
        const [from, to] = ends.toSorted((a, b) => a - b);
        return { from: `A${from}`, to: `A${to}`, kind, lag: { minutes } };
      });
      const before = schedule(compileNetwork({ activities, links }), { projectStart: 0 });
      for (const { id } of activities) {
        const chain = before.floatLimits(id);
        const last = chain.at(-1)!;
        const { totalFloatMinutes } = before.at(id);
        const delay = { minutes: Math.max(0, totalFloatMinutes) + 1 };
        const late = schedule(
          compileNetwork({
            activities: activities.map((one) => (one.id === id ? { ...one, delay } : one)),
            links,
          }),
          { projectStart: 0 },
        );
        const allowed = last.by === 'deadline' ? last.givenAt! : before.projectFinish;
        expect(last.by).not.toBe('successor');
        expect(late.at(last.activityId).finish).toBeGreaterThan(allowed);
        for (const { activityId } of chain) {
          const row = before.at(activityId);
          expect(late.at(activityId).start).toBeGreaterThan(row.lateStart - 1);
        }
      }
    }),
    { numRuns: 300 },
  );
});
