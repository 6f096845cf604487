import { beforeEach, describe, expect, test } from '@jest/globals';
import { StoreWatch } from './store-watch.js';

const END = { epoch: 'first', lastSequence: 7 };
let watch: StoreWatch;

/** Looks at the stream and publishes without an answer, every two seconds from then on. */
function silence(rounds: number, fromMs: number): void {
  for (let round = 0; round < rounds; round += 1) {
    watch.looked(END);
    watch.published(true, fromMs + round * 2_000);
  }
}

beforeEach(() => {
  watch = new StoreWatch();
});

describe('a stream that answers questions and stores nothing', () => {
  test('is stuck after three publishes and six seconds without an answer', () => {
    silence(3, 1_000);
    expect([watch.isStuck(6_999), watch.isStuck(7_000)]).toEqual([false, true]);
  });

  test('is only slow after two', () => {
    silence(2, 1_000);
    expect(watch.isStuck(60_000)).toBe(false);
  });

  test('is not stuck when somebody answered in between, be it with a refusal', () => {
    silence(3, 1_000);
    watch.published(false, 7_000);
    silence(2, 9_000);
    expect(watch.isStuck(60_000)).toBe(false);
  });

  test.each([
    { what: 'became longer', end: { epoch: 'first', lastSequence: 8 } },
    { what: 'began another life', end: { epoch: 'second', lastSequence: 7 } },
  ])('is not stuck when it $what although no answer came', ({ end }) => {
    silence(3, 1_000);
    watch.looked(end);
    expect(watch.isStuck(60_000)).toBe(false);
  });

  test('is made anew once a minute at most', () => {
    silence(3, 1_000);
    watch.madeAnew(8_000);
    expect(watch.isStuck(8_000)).toBe(false);
    silence(3, 10_000);
    expect([watch.isStuck(67_999), watch.isStuck(68_000)]).toEqual([false, true]);
  });
});
