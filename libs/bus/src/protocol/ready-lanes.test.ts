import { expect, test } from '@jest/globals';
import { INBOX_LIMITS } from './inbox-protocol.js';
import type { Arrival, InboxLimits, LaneWork } from './inbox-protocol.js';
import { newLane } from './lane.js';
import type { Lane } from './lane.js';
import { ReadyLanes } from './ready-lanes.js';

function lane(aggregateId: string, events: number, more: Partial<Lane<Arrival>> = {}): Lane<Arrival> {
  const waiting = Array.from({ length: events }, (_, index) => ({
    token: index,
    aggregateId,
    eventId: `${aggregateId}${index + 1}`,
    sequence: index + 1,
  }));
  return { ...newLane<Arrival>(aggregateId, 0), waiting, isEager: true, ...more };
}

/** Nothing waits for company, unless a test says so. */
function ready(lanes: readonly Lane<Arrival>[], limits: Partial<InboxLimits> = {}, now = 0) {
  const atOnce = { lanesThatFill: 1, gatherMs: { eager: 0, calm: 0 } };
  const row = new ReadyLanes<Arrival>({ ...INBOX_LIMITS, ...atOnce, ...limits });
  for (const one of lanes) row.add(one, now);
  return row;
}

const places = (healthy: number, suspects: number, hung = suspects) => ({ healthy, suspects, hung });

const named = (filled: readonly (readonly LaneWork<Arrival>[])[]) =>
  filled.map((work) =>
    work.map(({ aggregateId, arrivals }) => `${aggregateId}*${arrivals.length}`).join(' '),
  );

test('what is ready runs together, and side by side where enough is ready for several', () => {
  const few = ready(
    ['a', 'b', 'c'].map((id) => lane(id, 1)),
    { lanesThatFill: 16, gatherMs: { eager: 6, calm: 100 } },
  );
  expect(named(few.fill(places(4, 4), 0))).toEqual(['a*1 b*1 c*1']);
  const many = ready(
    ['a', 'b', 'c', 'd', 'e'].map((id) => lane(id, 1)),
    { lanesThatFill: 2 },
  );
  expect(named(many.fill(places(2, 2), 0))).toEqual(['a*1 b*1 c*1', 'd*1 e*1']);
  const even = ready(['a', 'b', 'c', 'd'].map((id) => lane(id, 1)));
  expect(named(even.fill(places(2, 2), 0))).toEqual(['a*1 b*1', 'c*1 d*1']);
});

test('right after a transaction began the next one waits for company, unless it is full', () => {
  const row = ready([lane('a', 1)], { lanesThatFill: 2, gatherMs: { eager: 6, calm: 100 } }, 50);
  expect(row.due).toBe(Number.NEGATIVE_INFINITY);
  expect(named(row.fill(places(4, 4), 50))).toEqual(['a*1']);
  expect(row.due).toBe(Number.POSITIVE_INFINITY);
  row.add(lane('b', 1), 51);
  expect([row.fill(places(4, 4), 55), row.due]).toEqual([[], 56]);
  expect(named(row.fill(places(4, 4), 56))).toEqual(['b*1']);
  row.add(lane('c', 1), 57);
  expect(row.fill(places(4, 4), 57)).toEqual([]);
  row.add(lane('d', 1), 58);
  expect(named(row.fill(places(4, 4), 58))).toEqual(['c*1 d*1']);
});

test('lanes in which nothing reacts gather for longer, until something comes that matters', () => {
  const row = ready([lane('a', 1, { isEager: false })], {
    lanesThatFill: 16,
    gatherMs: { eager: 6, calm: 100 },
  });
  expect(named(row.fill(places(4, 4), 0))).toEqual(['a*1']);
  const b = lane('b', 1, { isEager: false });
  row.add(b, 1);
  expect([row.fill(places(4, 4), 20), row.due]).toEqual([[], 100]);
  b.isEager = true;
  row.add(b, 20);
  expect(named(row.fill(places(4, 4), 20))).toEqual(['b*1']);
  expect(row.fill(places(4, 4), 100)).toEqual([]);
  expect(row.due).toBe(Number.POSITIVE_INFINITY);
});

test('no more transactions are filled than there are places; the others keep their turn', () => {
  const row = ready(
    ['a', 'b', 'c'].map((id) => lane(id, 1)),
    { lanesPerTransaction: 1 },
  );
  expect(row.fill(places(0, 0), 0)).toEqual([]);
  expect(named(row.fill(places(2, 2), 0))).toEqual(['a*1', 'b*1']);
  expect(named(row.fill(places(2, 2), 0))).toEqual(['c*1']);
  expect(row.fill(places(2, 2), 0)).toEqual([]);
});

test('a transaction takes so many lanes and so many events at most', () => {
  const lanes = ready(
    ['a', 'b', 'c'].map((id) => lane(id, 1)),
    { lanesPerTransaction: 2 },
  );
  expect(named(lanes.fill(places(1, 1), 0))).toEqual(['a*1 b*1']);
  const events = ready([lane('a', 3), lane('b', 3), lane('c', 3)], { eventsPerTransaction: 4 });
  expect(named(events.fill(places(1, 1), 0))).toEqual(['a*3 b*1']);
  const full = ready([lane('a', 4), lane('b', 3)], { eventsPerTransaction: 4 });
  expect(named(full.fill(places(1, 1), 0))).toEqual(['a*4']);
});

test('what runs is noted in the lane', () => {
  const one = lane('a', 3);
  const row = ready([one]);
  expect(one.row).toBe('eager');
  row.fill(places(1, 1), 70);
  expect(one).toMatchObject({ row: null, runningCount: 3, touchedAt: 70 });
});

test('a lane under suspicion shares no transaction, and keeps nobody behind it waiting', () => {
  const row = ready([lane('a', 2), lane('b', 2, { mode: 'alone' }), lane('c', 2), lane('d', 2)]);
  expect(named(row.fill(places(1, 0), 0))).toEqual(['a*2 c*2 d*2']);
  const [[work]] = row.fill(places(0, 1), 0) as [[LaneWork<Arrival>]];
  expect([work.aggregateId, work.arrivals.length, work.isAlone]).toEqual(['b', 2, true]);
  const first = ready([lane('b', 2, { mode: 'alone' }), lane('c', 2)]);
  expect(first.fill(places(1, 1), 0)).toMatchObject([
    [{ aggregateId: 'c', isAlone: false }],
    [{ aggregateId: 'b', isAlone: true }],
  ]);
});

test('a long event shares no transaction with others, nor with those of its own aggregate', () => {
  const long = lane('a', 3);
  long.waiting[1] = { ...long.waiting[1]!, isLong: true };
  const row = ready([long, lane('b', 1)]);
  expect(named(row.fill(places(1, 1), 0))).toEqual(['a*1 b*1']);
  long.waiting.shift();
  long.runningCount = 0;
  row.add(long, 1);
  row.add(lane('c', 1), 1);
  const filled = row.fill(places(1, 1), 1);
  expect(named(filled)).toEqual(['c*1', 'a*1']);
  expect(filled[1]).toMatchObject([{ aggregateId: 'a', isAlone: true }]);
});

test('lanes under suspicion have so many places of their own, and no others', () => {
  const row = ready([
    ...['a', 'b', 'c'].map((id) => lane(id, 1, { mode: 'alone' })),
    ...['d', 'e'].map((id) => lane(id, 1)),
  ]);
  expect(named(row.fill(places(1, 2), 0))).toEqual(['d*1 e*1', 'a*1', 'b*1']);
  expect(row.fill(places(4, 0), 0)).toEqual([]);
  expect(named(row.fill(places(0, 1), 0))).toEqual(['c*1']);
});

test('lanes that hang take fewer places than there are for suspects, and stand behind those that fail quickly', () => {
  const row = ready([
    ...['h', 'i', 'j'].map((id) => lane(id, 2, { mode: 'single', hangs: true })),
    ...['a', 'b'].map((id) => lane(id, 1, { mode: 'alone' })),
  ]);
  expect(named(row.fill(places(4, 1, 1), 0))).toEqual(['a*1']);
  expect(named(row.fill(places(4, 3, 1), 0))).toEqual(['b*1', 'h*1']);
  expect(row.fill(places(4, 3, 0), 0)).toEqual([]);
  expect(named(row.fill(places(4, 1, 2), 0))).toEqual(['i*1']);
  const company = ready([lane('a', 1, { hangs: true })]);
  expect(named(company.fill(places(1, 0), 0))).toEqual(['a*1']);
});

test('where the culprit is looked for, events run one at a time', () => {
  const row = ready([lane('a', 3, { mode: 'single' }), lane('b', 1)]);
  expect(named(row.fill(places(1, 1), 0))).toEqual(['b*1', 'a*1']);
});

test('the poison of a lane goes with its events', () => {
  const poison = { eventIds: ['a1'], kind: 'hang', reason: 'It never ended.', attempts: 3 } as const;
  expect(ready([lane('a', 1, { poison })]).fill(places(1, 1), 0)[0]).toMatchObject([
    { aggregateId: 'a', poison },
  ]);
});

test('a lane stands in the row once, and only when it can run', () => {
  const twice = lane('a', 1);
  expect(named(ready([twice, twice]).fill(places(4, 4), 0))).toEqual(['a*1']);
  const alone = ready([lane('b', 1)], { lanesThatFill: 2, gatherMs: { eager: 6, calm: 100 } }, 50);
  alone.fill(places(4, 4), 50);
  const again = lane('c', 1);
  for (const now of [51, 52]) alone.add(again, now);
  expect(alone.fill(places(4, 4), 52)).toEqual([]);
  const none = [
    lane('a', 0),
    lane('b', 1, { runningCount: 1 }),
    lane('c', 1, { asked: { number: 1, waiting: [] } }),
    lane('d', 1, { notBefore: 11 }),
  ];
  expect(ready(none, {}, 10).fill(places(4, 4), 10)).toEqual([]);
  expect(named(ready([lane('e', 1, { notBefore: 10 })], {}, 10).fill(places(4, 4), 10))).toEqual(['e*1']);
});

test('a lane that was emptied or put off while it stood in the row is passed over and can come again', () => {
  const emptied = lane('a', 1);
  const putOff = lane('b', 1);
  const row = ready([emptied, putOff, lane('c', 1)]);
  emptied.waiting = [];
  putOff.notBefore = 5;
  expect(named(row.fill(places(1, 1), 0))).toEqual(['c*1']);
  row.add(putOff, 5);
  expect(named(row.fill(places(1, 1), 5))).toEqual(['b*1']);
});
