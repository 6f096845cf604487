import { describe, expect, test } from '@jest/globals';
import { INBOX_LIMITS } from './inbox-protocol.js';
import { at, committed, machine, only, outage, ran } from '../testing/stepped-inbox.js';

describe('time', () => {
  test('is due when a lane may run again, and three seconds after the last extension while anything is on hand', () => {
    const { step, pass, under } = machine();
    expect(under.nextDue).toBe(Number.POSITIVE_INFINITY);
    pass(10_000);
    step({ kind: 'tick' });
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    expect(under.nextDue).toBe(13_000);
    step(outage('a'));
    expect(under.nextDue).toBe(10_050);
    pass(50);
    expect(ran(step({ kind: 'tick' }))).toEqual(['a1']);
    expect(under.nextDue).toBe(13_000);
  });

  test('does not wait for lanes that ask their owner', () => {
    const { step, pass, under } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 2)] });
    step(committed('a', 0, 1));
    expect(under.nextDue).toBe(25);
    pass(25);
    step({ kind: 'tick' });
    step(committed('a', 0, 1));
    expect(under.nextDue).toBe(3_000);
  });

  test('is due when what came right after another transaction has waited for company, and a place is free', () => {
    const { step, pass, under } = machine({ ...INBOX_LIMITS, transactions: 2 });
    pass(1_000);
    expect(ran(step({ kind: 'arrived', arrivals: [at('a', 1)] }))).toEqual(['a1']);
    pass(2);
    expect(ran(step({ kind: 'arrived', arrivals: [at('b', 1)] }))).toEqual([]);
    expect(under.nextDue).toBe(1_006);
    pass(4);
    expect(ran(step({ kind: 'tick' }))).toEqual(['b1']);
    step({ kind: 'arrived', arrivals: [at('c', 1)] });
    pass(6);
    expect(ran(step({ kind: 'tick' }))).toEqual([]);
    expect(under.nextDue).toBe(3_000);
    expect(ran(step(committed('b', 1)))).toEqual(['c1']);
  });

  test('what nobody reacts to takes its time, until something comes behind it that matters', () => {
    const { step, pass, under } = machine(INBOX_LIMITS);
    const idle = (id: string, sequence: number) => ({ ...at(id, sequence), isPassedOver: true });
    pass(1_000);
    expect(ran(step({ kind: 'arrived', arrivals: [idle('a', 1)] }))).toEqual(['a1']);
    step(committed('a', 1));
    pass(10);
    expect(ran(step({ kind: 'arrived', arrivals: [idle('a', 2), idle('b', 1)] }))).toEqual([]);
    expect(under.nextDue).toBe(1_100);
    expect(ran(step({ kind: 'arrived', arrivals: [at('a', 3)] }))).toEqual(['a2 a3']);
    step(committed('a', 2));
    pass(90);
    expect(ran(step({ kind: 'tick' }))).toEqual(['b1']);
  });

  test('hurries as soon as one of those that wait matters, whoever stands beside it', () => {
    const { step, pass, under } = machine(INBOX_LIMITS);
    pass(1_000);
    step({ kind: 'arrived', arrivals: [at('a', 1)] });
    step({ kind: 'arrived', arrivals: [at('a', 2), { ...at('a', 3), isPassedOver: true }] });
    pass(2);
    expect(ran(step(committed('a', 1)))).toEqual([]);
    expect(under.nextDue).toBe(1_006);
  });

  test('extends what is on hand every three seconds, running or waiting', () => {
    const { step, pass } = machine();
    step({ kind: 'arrived', arrivals: [at('a', 1, 1)] });
    step({ kind: 'arrived', arrivals: [at('a', 2, 2), at('a', 3, null)] });
    pass(2_999);
    expect(step({ kind: 'tick' })).toEqual([]);
    pass(1);
    expect(step({ kind: 'tick' })).toEqual([{ kind: 'extend', tokens: [1, 2] }]);
    pass(2_999);
    expect(step({ kind: 'tick' })).toEqual([]);
    pass(1);
    expect(only(step({ kind: 'tick' }), 'extend')).toHaveLength(1);
  });
});
