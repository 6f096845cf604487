import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linksThatCloseCircles } from './link-circles.js';
import type { TaskLink } from './link-circles.js';

const flat = (count: number) => Array.from({ length: count }, (_, uid) => ({ uid, parentUid: null }));

/** Whether the links can be put in an order, found by taking away tasks without predecessors. */
function hasCircle(count: number, links: readonly TaskLink[]): boolean {
  let left = Array.from({ length: count }, (_, uid) => uid);
  for (let before = -1; before !== left.length;) {
    before = left.length;
    const now = new Set(left);
    left = left.filter((uid) =>
      links.some((link) => link.successorUid === uid && now.has(link.predecessorUid)),
    );
  }
  return left.length > 0;
}

describe('circles of links', () => {
  const links = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
      .filter(([from, to]) => from !== to)
      .map(([predecessorUid, successorUid]) => ({ predecessorUid, successorUid })),
    { maxLength: 30 },
  );

  test('what stays has no circle, and no link is dropped that would not close one', () => {
    fc.assert(
      fc.property(links, (all) => {
        const dropped = linksThatCloseCircles(all, flat(10));
        const kept = all.filter((_, index) => !dropped.has(index));
        expect(hasCircle(10, kept)).toBe(false);
        for (const index of dropped) expect(hasCircle(10, [...kept, all[index]!])).toBe(true);
      }),
    );
  });

  test('a chain of 100000 tasks is no circle and takes no time', () => {
    const chain = Array.from({ length: 99_999 }, (_, uid) => ({
      predecessorUid: uid,
      successorUid: uid + 1,
    }));
    expect(linksThatCloseCircles(chain, flat(100_000)).size).toBe(0);
    expect([
      ...linksThatCloseCircles([...chain, { predecessorUid: 99_999, successorUid: 0 }], flat(100_000)),
    ]).toEqual([99_999]);
  });
});
