import { expect, test } from '@jest/globals';
import { Turnstile } from './turnstile.js';
import type { Guest } from './turnstile.js';
import type { TurnedAway } from './waiting-room.js';

const settings = {
  limit: { start: 2, least: 1, most: 10, goalMs: 250, windowMs: 100 },
  room: { capacity: 3, patienceMs: 400, standingPatienceMs: 100, standingAfterMs: 200 },
};

interface Visit extends Guest {
  state: 'outside' | 'inside' | TurnedAway;
}

function visitOf(caller: string): Visit {
  return {
    caller,
    state: 'outside',
    letIn() {
      this.state = 'inside';
    },
    turnAway(why) {
      this.state = why;
    },
  };
}

test('lets in up to its limit, then makes wait, then turns away', () => {
  const turnstile = new Turnstile(settings);
  const visits = ['a', 'b', 'c', 'd', 'e', 'f'].map(visitOf);
  visits.forEach((visit) => turnstile.arrive(visit, 0));
  expect(visits.map(({ state }) => state)).toEqual([
    'inside',
    'inside',
    'outside',
    'outside',
    'outside',
    'full',
  ]);
  expect([turnstile.running, turnstile.waiting]).toEqual([2, 3]);
});

test('who leaves makes place for the next one', () => {
  const turnstile = new Turnstile(settings);
  const [a, b, c] = ['a', 'b', 'c'].map(visitOf) as [Visit, Visit, Visit];
  [a, b, c].forEach((visit) => turnstile.arrive(visit, 0));
  turnstile.left(a, true, 50);
  expect(c.state).toBe('inside');
  turnstile.left(a, true, 60);
  expect(turnstile.running).toBe(2);
});

test('who goes away while waiting takes no place', () => {
  const turnstile = new Turnstile(settings);
  const visits = ['a', 'b', 'c', 'd'].map(visitOf) as [Visit, Visit, Visit, Visit];
  visits.forEach((visit) => turnstile.arrive(visit, 0));
  turnstile.left(visits[2], false, 10);
  turnstile.left(visits[0], true, 20);
  expect(visits.map(({ state }) => state)).toEqual(['inside', 'inside', 'outside', 'inside']);
});

test('time alone turns away who waited too long', () => {
  const turnstile = new Turnstile(settings);
  const visits = ['a', 'b', 'c'].map(visitOf) as [Visit, Visit, Visit];
  visits.forEach((visit) => turnstile.arrive(visit, 0));
  turnstile.tick(500);
  expect(visits[2].state).toBe('waited');
  expect(turnstile.waiting).toBe(0);
});

test('late answers make it let in less, so that those inside are answered in time again', () => {
  const turnstile = new Turnstile({ ...settings, limit: { ...settings.limit, start: 8 } });
  let now = 0;
  for (let round = 0; round < 60; round += 1) {
    const visits = Array.from({ length: 8 }, (_, index) => visitOf(String(index)));
    visits.forEach((visit) => turnstile.arrive(visit, now));
    now += 1_000;
    visits.forEach((visit) => turnstile.left(visit, true, now));
  }
  expect(turnstile.limit).toBe(1);
  expect([turnstile.running, turnstile.waiting]).toEqual([0, 0]);
});
