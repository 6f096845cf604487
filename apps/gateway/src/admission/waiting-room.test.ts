import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WaitingRoom } from './waiting-room.js';
import type { TurnedAway } from './waiting-room.js';

const PLACES = 2;
const settings = { capacity: 6, patienceMs: 400, standingPatienceMs: 100, standingAfterMs: 200 };

interface Person {
  readonly caller: string;
  readonly name: string;
  why?: TurnedAway;
  turnAway(why: TurnedAway): void;
}

function person(caller: string, name = caller): Person {
  return {
    caller,
    name,
    turnAway(why) {
      expect(this.why).toBeUndefined();
      this.why = why;
    },
  };
}

function roomWith(...names: readonly string[]): { room: WaitingRoom<Person>; people: Person[] } {
  const room = new WaitingRoom<Person>(settings);
  const people = names.map((name) => person(name));
  people.forEach((one) => room.enter(one, PLACES, 0));
  return { room, people };
}

describe('a waiting room', () => {
  test('takes its callers in turns, however many requests one of them sends', () => {
    const { room } = roomWith('anna', 'anna', 'anna', 'jon');
    const order = [1, 2, 3, 4].map((now) => room.next(now)?.caller);
    expect(order).toEqual(['anna', 'jon', 'anna', 'anna']);
    expect(room.next(5)).toBeUndefined();
  });

  test('that is full turns the newcomer away', () => {
    const { room } = roomWith('a', 'b', 'c', 'd', 'e', 'f');
    const late = person('g');
    room.enter(late, PLACES, 1);
    expect(late.why).toBe('full');
    expect(room.size).toBe(6);
  });

  test('that is full of one caller makes room for others at his cost, oldest first', () => {
    const { room, people } = roomWith('flood', 'flood', 'flood', 'flood', 'anna', 'mia');
    const newcomer = person('jon');
    room.enter(newcomer, PLACES, 1);
    expect(people[0]!.why).toBe('greedy');
    expect(newcomer.why).toBeUndefined();
    expect(room.size).toBe(6);
  });

  test('that is full tells him who has most of it that he is too fast', () => {
    const { room } = roomWith('flood', 'flood', 'flood', 'flood', 'anna', 'mia');
    const more = person('flood');
    expect(room.closedTo('flood', PLACES, 1)).toBe('greedy');
    room.enter(more, PLACES, 1);
    expect(more.why).toBe('greedy');
  });

  test('pushes nobody out for a small difference: it would be work for nothing', () => {
    const { room, people } = roomWith('a', 'a', 'b', 'b', 'c', 'c');
    const newcomer = person('d');
    room.enter(newcomer, PLACES, 1);
    expect(newcomer.why).toBe('full');
    expect(people.every(({ why }) => why === undefined)).toBe(true);
  });

  test('whose queue stands takes no more than can be let in within its patience', () => {
    const { room } = roomWith('a', 'b', 'c');
    expect(room.closedTo('d', PLACES, 150)).toBeUndefined();
    expect(room.closedTo('d', PLACES, 201)).toBe('full');
    expect(room.closedTo('d', 4, 201)).toBeUndefined();
  });

  test('waits a short crowd out, and turns away who waited too long', () => {
    const { room, people } = roomWith('a');
    room.expire(200);
    expect(people[0]!.why).toBeUndefined();
    const { room: other, people: others } = roomWith('b');
    other.expire(401);
    expect(others[0]!.why).toBe('waited');
    expect(other.size).toBe(0);
  });

  test('whose queue stands has less patience, and has it again once it was empty', () => {
    const { room } = roomWith('a', 'b');
    room.enter(person('c'), PLACES, 150);
    expect(room.next(201)?.caller).toBe('c'); // the first two have waited more than 100 ms
    const calm = person('d');
    room.enter(calm, PLACES, 1_000);
    room.expire(1_150);
    expect(calm.why).toBeUndefined();
  });

  test('that got empty because all were turned away stands for a while yet, and takes few', () => {
    const { room, people } = roomWith('a', 'b', 'c');
    room.expire(450);
    expect(people.map(({ why }) => why)).toEqual(['waited', 'waited', 'waited']);
    room.enter(person('d'), PLACES, 460);
    room.enter(person('e'), PLACES, 460);
    expect(room.closedTo('f', PLACES, 460)).toBe('full');
    expect(room.next(470)?.caller).toBe('d');
    expect(room.next(470)?.caller).toBe('e');
    for (const name of ['g', 'h', 'i']) room.enter(person(name), PLACES, 651);
    expect(room.size).toBe(3);
  });

  test('forgets who went away by himself', () => {
    const { room, people } = roomWith('a', 'b');
    room.leave(people[0]!);
    room.leave(people[0]!);
    expect(room.size).toBe(1);
    expect(room.next(1)?.caller).toBe('b');
  });

  test('loses nobody and never holds more than it may, whatever happens', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('enter' as const), caller: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constantFrom('next' as const, 'expire' as const, 'leave' as const) }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ act, afterMs: fc.nat(150) }), { maxLength: 60 }), (steps) => {
        const room = new WaitingRoom<Person>(settings);
        const there: Person[] = [];
        let now = 0;
        let gone = 0;
        for (const { act: step, afterMs } of steps) {
          now += afterMs;
          if (step.kind === 'enter') {
            const one = person(step.caller, String(there.length));
            there.push(one);
            room.enter(one, PLACES, now);
          } else if (step.kind === 'next') gone += room.next(now) ? 1 : 0;
          else if (step.kind === 'expire') room.expire(now);
          else {
            const before = room.size;
            room.leave(there[0] ?? person('nobody'));
            gone += before - room.size;
          }
          const turnedAway = there.filter(({ why }) => why !== undefined).length;
          expect(room.size).toBeLessThanOrEqual(settings.capacity);
          expect(room.size + gone + turnedAway).toBe(there.length);
        }
      }),
    );
  });
});
