import { describe, expect, test } from '@jest/globals';
import { FAULT_KINDS, faultPlan } from '../fault-plan.js';
import { changedSource } from './changed-source.js';
import { PLANTS, plantNamed } from './plant-bank.js';
import type { Change } from './plant.js';

describe('every planted mistake', () => {
  test('has a name of its own and a short run in which each of its faults happens', () => {
    expect(new Set(PLANTS.map(({ name }) => name)).size).toBe(PLANTS.length);
    for (const { name, steps, seed, kinds } of PLANTS) {
      const planned = new Set(faultPlan(seed, steps, kinds).map(({ kind }) => kind));
      expect([name, [...planned].sort()]).toEqual([name, [...kinds].sort()]);
      expect(steps).toBeLessThanOrEqual(20);
      for (const kind of kinds) expect(FAULT_KINDS).toContain(kind);
    }
  });

  test('is found by its name; another name is told the names there are', () => {
    expect(plantNamed('gap-ignored').says).toContain('missing');
    expect(() => plantNamed('no-such')).toThrow(/"no-such" is none of .*gap-ignored/);
  });
});

describe('a text that is to be replaced', () => {
  const change: Change = { file: 'a.js', from: 'one', to: '$& two' };

  test('is replaced by exactly what is written', () => {
    expect(changedSource('zero one', [change])).toBe('zero $& two');
  });

  test('has to be there once: neither missing nor ambiguous', () => {
    expect(() => changedSource('zero', [change])).toThrow('a.js holds this text 0 times');
    expect(() => changedSource('one one', [change])).toThrow('a.js holds this text 2 times');
  });

  test('a later change sees what the earlier ones made', () => {
    const next: Change = { file: 'a.js', from: 'two', to: 'three' };
    expect(changedSource('one', [{ ...change, to: 'two' }, next])).toBe('three');
  });
});
