import { expect, test } from '@jest/globals';
import { compileNetwork, schedule } from '@meridian/network';
import type { Activity, DatedConstraintKind, Link, LinkKind, NetworkInput } from '@meridian/network';
import fc from 'fast-check';
import packaged from 'highs';

/**
 * Another way to the same dates: the earliest starts make the least sum of starts under all links and dates, the latest
 * ones the greatest under all links, caps and the finish. HiGHS solves both, without any order and without a pass.
 */
// The package's types describe its CommonJS half; what an ES module gets is the loader itself.
const loadHighs = packaged as unknown as typeof packaged.default;
const highs = await loadHighs();
const MOST = 9;
const BY_NAME = /^a\d+$/;

test('the forward pass is the least solution of the linear programme', () => {
  fc.assert(
    fc.property(networks(), (input) => {
      const result = schedule(compileNetwork(input), { projectStart: 0, honour: 'link' });
      const least = solved('Minimize', input, [
        ...lowerBounds(input),
        ...input.activities.map(({ id }) => `${id} >= 0`),
      ]);
      for (const { id } of input.activities)
        expect([id, result.at(id).earlyStart]).toEqual([id, least.get(id)]);
    }),
    { numRuns: 300 },
  );
});

test('the backward pass is its greatest solution, and total float the difference', () => {
  fc.assert(
    fc.property(networks(), (input) => {
      const result = schedule(compileNetwork(input), { projectStart: 0, honour: 'link' });
      const within = input.activities.map(
        ({ id, durationMinutes }) => `${id} <= ${result.projectFinish - durationMinutes}`,
      );
      const greatest = solved('Maximize', input, [...within, ...caps(input)]);
      for (const { id } of input.activities) {
        const { earlyStart, lateStart, totalFloatMinutes } = result.at(id);
        expect([id, lateStart]).toEqual([id, greatest.get(id)]);
        expect(totalFloatMinutes).toBe(greatest.get(id)! - earlyStart);
      }
    }),
    { numRuns: 300 },
  );
});

test('free float is as far as an activity can go when all others stay', () => {
  fc.assert(
    fc.property(networks(), fc.nat(), (input, pick) => {
      const result = schedule(compileNetwork(input), { projectStart: 0, honour: 'link' });
      const { id, durationMinutes } = input.activities[pick % input.activities.length]!;
      const stay = input.activities
        .filter((other) => other.id !== id && isAfter(input, id, other.id))
        .map((other) => `${other.id} = ${result.at(other.id).earlyStart}`);
      const within = `${id} <= ${result.projectFinish - durationMinutes}`;
      const farthest = solved('Maximize', input, [...stay, within], { only: id });
      expect(result.at(id).freeFloatMinutes).toBe(farthest.get(id)! - result.at(id).earlyStart);
    }),
    { numRuns: 300 },
  );
});

/** Starts of a solution. Of `only`, nothing but its links forward are kept. */
function solved(
  sense: 'Minimize' | 'Maximize',
  input: NetworkInput,
  rows: readonly string[],
  { only }: { only?: string } = {},
): Map<string, number> {
  const ids = input.activities.map(({ id }) => id);
  const links = input.links.filter(({ from }) => only === undefined || from === only);
  const programme = [
    sense,
    ` obj: ${only ?? ids.join(' + ')}`,
    'Subject To',
    ...[...links.map((link) => rowOf(input, link)), ...rows].map((row, i) => ` r${i}: ${row}`),
    'Bounds',
    ...ids.map((id) => ` ${id} free`),
    'End',
  ].join('\n');
  const { Status: status, Columns: columns } = highs.solve(programme);
  if (status !== 'Optimal') throw new Error(`${status}: ${programme}`);
  const starts = Object.entries(columns).filter(([name]) => BY_NAME.test(name));
  return new Map(
    starts.map(([name, column]) => [name, Math.round('Primal' in column ? column.Primal : 0) || 0]),
  );
}

/** Start of the successor less start of the predecessor is at least this. */
function rowOf({ activities }: NetworkInput, { from, to, kind, lag }: Link): string {
  const durationOf = (id: string) => activities.find((activity) => activity.id === id)!.durationMinutes;
  const minutes = lag && 'minutes' in lag ? lag.minutes : 0;
  const fromEnd = kind === 'FS' || kind === 'FF' ? durationOf(from) : 0;
  const toEnd = kind === 'FF' || kind === 'SF' ? durationOf(to) : 0;
  return `${to} - ${from} >= ${fromEnd + minutes - toEnd}`;
}

function lowerBounds({ activities }: NetworkInput): string[] {
  return activities.flatMap(({ id, durationMinutes, constraint }) => {
    if (!constraint || !('at' in constraint)) return [];
    const { kind, at } = constraint;
    if (kind === 'SNET' || kind === 'START_ON' || kind === 'MSO') return [`${id} >= ${at}`];
    return kind === 'FNET' || kind === 'FINISH_ON' || kind === 'MFO'
      ? [`${id} >= ${at - durationMinutes}`]
      : [];
  });
}

function caps({ activities }: NetworkInput): string[] {
  return activities.flatMap(({ id, durationMinutes, constraint, deadline }) => {
    const byDeadline = deadline == null ? [] : [`${id} <= ${deadline - durationMinutes}`];
    if (!constraint || !('at' in constraint)) return byDeadline;
    const { kind, at } = constraint;
    if (kind === 'SNLT' || kind === 'START_ON' || kind === 'MSO') return [...byDeadline, `${id} <= ${at}`];
    if (kind === 'SNET' || kind === 'FNET') return byDeadline;
    return [...byDeadline, `${id} <= ${at - durationMinutes}`];
  });
}

function isAfter({ links }: NetworkInput, id: string, other: string): boolean {
  return links.some(({ from, to }) => from === id && to === other);
}

/** All kinds of links with leads and lags, all kinds of constraints, deadlines; links lead up a hidden order. */
function networks(): fc.Arbitrary<NetworkInput> {
  const end = fc.nat({ max: MOST - 1 });
  const link = fc.record({
    a: end,
    b: end,
    kind: fc.constantFrom<LinkKind>('FS', 'FS', 'SS', 'FF', 'SF'),
    minutes: fc.integer({ min: -6, max: 8 }),
  });
  const kind = fc.constantFrom<DatedConstraintKind>(
    'MSO',
    'MFO',
    'SNET',
    'SNLT',
    'FNET',
    'FNLT',
    'START_ON',
    'FINISH_ON',
  );
  const activity = fc.record({
    durationMinutes: fc.nat({ max: 12 }),
    constraint: fc.option(fc.record({ kind, at: fc.nat({ max: 40 }) }), { freq: 2 }),
    deadline: fc.option(fc.nat({ max: 60 }), { freq: 2 }),
  });
  return fc
    .record({
      drawn: fc.array(activity, { minLength: 1, maxLength: MOST }),
      links: fc.array(link, { maxLength: 20 }),
    })
    .map(({ drawn, links }) => ({
      activities: drawn.map((facts, i): Activity => ({ id: idOf(i), ...facts })),
      links: links
        .filter(({ a, b }) => a !== b && Math.max(a, b) < drawn.length)
        .map(({ a, b, kind: of, minutes }) => ({
          from: idOf(Math.min(a, b)),
          to: idOf(Math.max(a, b)),
          kind: of,
          lag: { minutes },
        })),
    }));
}

function idOf(number: number): string {
  return `a${(number * 4) % MOST}`;
}
