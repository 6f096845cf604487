import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Link, LinkKind, NetworkInput } from './activity-network.js';
import { compileNetwork } from './compile-network.js';
import { schedule } from './schedule.js';

const MOST = 12;

test('early and late dates are the longest paths from start and to finish', () => {
  fc.assert(
    fc.property(plainNetworks(), (input) => {
      const result = schedule(compileNetwork(input), { projectStart: 0 });
      const oracle = longestPaths(input);
      for (const { id } of input.activities) {
        const { earlyStart, lateStart, totalFloatMinutes } = result.at(id);
        expect([id, earlyStart, lateStart]).toEqual([id, oracle.early.get(id), oracle.late.get(id)]);
        expect(totalFloatMinutes).toBe(lateStart - earlyStart);
      }
      expect(result.projectFinish).toBe(oracle.finish);
    }),
    { numRuns: 500 },
  );
});

/** Bellman and Ford, over all links until nothing changes any more: slow, and without any order. */
function longestPaths({ activities, links }: NetworkInput) {
  const duration = new Map(activities.map(({ id, durationMinutes }) => [id, durationMinutes]));
  const weight = (link: Link) => {
    const lag = link.lag && 'minutes' in link.lag ? link.lag.minutes : 0;
    const fromFinish = link.kind === 'FS' || link.kind === 'FF' ? duration.get(link.from)! : 0;
    const toFinish = link.kind === 'FF' || link.kind === 'SF' ? duration.get(link.to)! : 0;
    return fromFinish + lag - toFinish;
  };
  const early = new Map(activities.map(({ id }) => [id, 0]));
  for (const _ of activities) {
    for (const link of links) {
      early.set(link.to, Math.max(early.get(link.to)!, early.get(link.from)! + weight(link)));
    }
  }
  const finish = Math.max(...activities.map(({ id }) => early.get(id)! + duration.get(id)!));
  const late = new Map(activities.map(({ id }) => [id, finish - duration.get(id)!]));
  for (const _ of activities) {
    for (const link of links)
      late.set(link.from, Math.min(late.get(link.from)!, late.get(link.to)! - weight(link)));
  }
  return { early, late, finish };
}

/** Networks on a plain number line: every kind of link, leads and lags. Links lead up a hidden order of the ids. */
function plainNetworks(): fc.Arbitrary<NetworkInput> {
  const end = fc.nat({ max: MOST - 1 });
  const kind = fc.constantFrom<LinkKind>('FS', 'SS', 'FF', 'SF');
  const link = fc.record({ a: end, b: end, kind, minutes: fc.integer({ min: -6, max: 8 }) });
  return fc
    .record({
      durations: fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: MOST }),
      links: fc.array(link, { maxLength: 24 }),
    })
    .map(({ durations, links }) => ({
      activities: durations.map((durationMinutes, i) => ({ id: idOf(i), durationMinutes })),
      links: links
        .filter(({ a, b }) => a !== b && Math.max(a, b) < durations.length)
        .map(({ a, b, kind, minutes }) => ({
          from: idOf(Math.min(a, b)),
          to: idOf(Math.max(a, b)),
          kind,
          lag: { minutes },
        })),
    }));
}

function idOf(number: number): string {
  return `a${(number * 7) % MOST}`;
}
