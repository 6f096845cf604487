import { describe, expect, test } from '@jest/globals';
import { SweepPlan } from './sweep-plan.js';

/** A plan that has compared everything once and knows the horizon `one`. */
function begun(): SweepPlan {
  const plan = new SweepPlan();
  plan.begin();
  plan.ended('one');
  return plan;
}

describe('a round compares', () => {
  test('everything at first, then what is new since the last one', () => {
    const plan = new SweepPlan();
    expect(plan.begin()).toBeNull();
    plan.ended('one');
    expect(plan.begin()).toBe('one');
    plan.ended('two');
    expect(plan.begin()).toBe('two');
  });

  test('everything when somebody asked for it, once', () => {
    const plan = begun();
    plan.askFull();
    expect([plan.begin(), plan.begin()]).toEqual([null, 'one']);
  });

  test('everything again when a comparison of everything did not come to its end', () => {
    const plan = begun();
    plan.failed(null);
    expect([plan.begin(), plan.begin()]).toEqual([null, 'one']);
  });

  test('the same stretch again when a short comparison did not come to its end', () => {
    const plan = begun();
    plan.failed(plan.begin());
    expect(plan.begin()).toBe('one');
  });

  test('everything in every hundred and twentieth round, whatever was new', () => {
    const plan = begun();
    const rounds = Array.from({ length: 240 }, (_, index) => [index + 2, plan.begin()] as const);
    expect(rounds.filter(([, since]) => since === null).map(([round]) => round)).toEqual([120, 240]);
  });
});

describe('aggregates under watch', () => {
  test('are looked at until nothing of them is missing', () => {
    const plan = new SweepPlan();
    expect(plan.watches).toBe(false);
    plan.watch(['a', 'b']);
    plan.watch(['b', 'c']);
    expect(plan.watches).toBe(true);
    expect(plan.watched(10)).toEqual(['a', 'b', 'c']);
    plan.looked(['a', 'b'], ['b']);
    expect(plan.watched(10)).toEqual(['b', 'c']);
    plan.looked(['b', 'c'], []);
    expect(plan.watches).toBe(false);
  });

  test('are looked at a few at a time', () => {
    const plan = new SweepPlan();
    plan.watch(['a', 'b', 'c']);
    expect(plan.watched(2)).toEqual(['a', 'b']);
  });

  test('are given up for a comparison of everything when they are too many', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `a${index}`);
    const plan = begun();
    plan.watch(many);
    expect([plan.watches, plan.begin()]).toEqual([true, 'one']);
    plan.watch(['one more']);
    expect([plan.watches, plan.begin(), plan.begin()]).toEqual([false, null, 'one']);
  });
});

describe('the next round is due', () => {
  const EVERY_MS = 30_000;

  test('after about the usual period, and not for all at the same time', () => {
    const plan = begun();
    expect([plan.dueInMs(EVERY_MS, 0), plan.dueInMs(EVERY_MS, 0.5)]).toEqual([22_500, 30_000]);
  });

  test('soon when one did not come to its end, then less and less soon', () => {
    const plan = begun();
    const dueMs = Array.from({ length: 6 }, () => {
      plan.failed('one');
      return [plan.dueInMs(EVERY_MS, 0), plan.dueInMs(EVERY_MS, 0.5)];
    });
    expect(dueMs).toEqual([
      [500, 750],
      [1_000, 1_500],
      [2_000, 3_000],
      [4_000, 6_000],
      [4_000, 6_000],
      [4_000, 6_000],
    ]);
    plan.ended('two');
    expect(plan.dueInMs(EVERY_MS, 0.5)).toBe(30_000);
  });

  test('never later than usual because one failed', () => {
    const plan = begun();
    plan.failed('one');
    expect(plan.dueInMs(200, 0.5)).toBe(200);
  });
});
