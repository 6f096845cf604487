import { expect, test } from '@jest/globals';
import { FAULT_KINDS, faultPlan, ROLLING } from './fault-plan.js';

test('a seed always gives the same faults, another seed gives others', () => {
  expect(faultPlan(7, 120)).toEqual(faultPlan(7, 120));
  expect(faultPlan(8, 120)).not.toEqual(faultPlan(7, 120));
});

test('a longer run begins with the faults of the shorter one', () => {
  expect(faultPlan(7, 300).slice(0, 40)).toEqual(faultPlan(7, 40));
});

test('every kind comes in every fifty faults', () => {
  const kinds = new Set(faultPlan(11, 50).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([...FAULT_KINDS].sort());
});

test('a fault of a database never meets the service that has none', () => {
  const met = faultPlan(5, 2_000).filter(({ service }) => service === 'gateway');
  expect(met.length).toBeGreaterThan(0);
  expect(met.filter(({ kind }) => kind === 'database sessions ended')).toEqual([]);
  expect(met.filter(({ kind, store }) => kind.startsWith('connections') && store === 'database')).toEqual([]);
});

test('a house of two releases begins with a deployment; a plan without one is what it always was', () => {
  const mixed = faultPlan(7, 100, [...FAULT_KINDS, ROLLING]);
  expect(mixed[0]?.kind).toBe(ROLLING);
  expect(mixed.filter(({ kind }) => kind === ROLLING).length).toBeGreaterThan(1);
  expect(faultPlan(7, 100).some(({ kind }) => kind === ROLLING)).toBe(false);
});
