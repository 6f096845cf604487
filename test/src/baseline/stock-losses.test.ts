import { expect, test } from '@jest/globals';
import { stockLosses } from './stock-losses.js';
import type { Acknowledged, StockEntry, StockState } from './stock-losses.js';

const cost = (reference: string, value: number): Acknowledged => ({
  kind: 'cost',
  reference,
  on: 'built',
  value,
});
const report = (reference: string, value: number): Acknowledged => ({
  kind: 'progress',
  reference,
  on: 'dig',
  value,
});
const commands = [cost('a', 10), cost('b', 20), report('c', 30), report('d', 60)];
const agreed: StockState = {
  records: commands.map((command, index) => ({ ...command, id: index + 1 })),
  entries: [
    { kind: 'cost', recordId: 1, on: 'built', value: 10 },
    { kind: 'progress', recordId: 3, on: 'dig', value: 30 },
    { kind: 'cost', recordId: 2, on: 'built', value: 20 },
    { kind: 'progress', recordId: 4, on: 'dig', value: 60 },
  ],
  totals: { built: { minor: 30, costs: 2 } },
  percents: { dig: 60 },
};
const nothing = {
  recordsLost: 0,
  recordsTwice: 0,
  eventsLost: 0,
  eventsTwice: 0,
  eventsForged: 0,
  updatesLost: 0,
  outOfOrder: 0,
  wrongTotals: 0,
  wrongTasks: 0,
};

test('nothing is wrong where everything agrees', () => {
  expect(stockLosses(commands, agreed)).toEqual(nothing);
});

test('a command without a record is lost, and so is what the total lacks of it', () => {
  const losses = stockLosses([...commands, cost('e', 5)], agreed);
  expect(losses).toEqual({ ...nothing, recordsLost: 1, wrongTotals: 1 });
});

test('a record nobody took the event of is a lost event', () => {
  const entries = agreed.entries.filter(({ recordId }) => recordId !== 2);
  const state = { ...agreed, entries, totals: { built: { minor: 10, costs: 1 } } };
  expect(stockLosses(commands, state)).toEqual({ ...nothing, eventsLost: 1, wrongTotals: 1 });
});

test('a total that counts fewer than were taken was written over', () => {
  const state = { ...agreed, totals: { built: { minor: 20, costs: 1 } } };
  expect(stockLosses(commands, state)).toEqual({ ...nothing, updatesLost: 1, wrongTotals: 1 });
});

test('a command asked again that made a second record, and an event taken again, count twice', () => {
  const again: StockEntry = { kind: 'cost', recordId: 1, on: 'built', value: 10 };
  const doubled = { ...cost('b', 20), id: 5 };
  const state = {
    ...agreed,
    records: [...agreed.records, doubled],
    entries: [...agreed.entries, again, { ...again, recordId: 5, value: 20 }],
    totals: { built: { minor: 60, costs: 4 } },
  };
  expect(stockLosses(commands, state)).toEqual({
    ...nothing,
    recordsTwice: 1,
    eventsTwice: 1,
    wrongTotals: 1,
  });
});

test('an event of no record was never announced', () => {
  const forged: StockEntry = { kind: 'cost', recordId: 9, on: 'built', value: 1 };
  const state = {
    ...agreed,
    entries: [...agreed.entries, forged],
    totals: { built: { minor: 31, costs: 3 } },
  };
  expect(stockLosses(commands, state)).toEqual({ ...nothing, eventsForged: 1, wrongTotals: 1 });
});

test('a report taken after a later one is out of order, and its task shows the past', () => {
  const [first, early, second, late] = agreed.entries as [StockEntry, StockEntry, StockEntry, StockEntry];
  const state = { ...agreed, entries: [first, late, second, early], percents: { dig: 30 } };
  expect(stockLosses(commands, state)).toEqual({ ...nothing, outOfOrder: 1, wrongTasks: 1 });
});
