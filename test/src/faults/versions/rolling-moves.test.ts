import { expect, test } from '@jest/globals';
import { Chance } from '../chance.js';
import { SERVICES } from '../recovery.js';
import { rollingMoves } from './rolling-moves.js';

function behindAfter(behind: readonly string[], seed: number): readonly string[] {
  const left = new Set(behind);
  for (const { service, to } of rollingMoves(behind, SERVICES, new Chance(seed))) {
    expect(left.has(service)).toBe(to === 'present'); // a move always changes the version
    if (to === 'present') left.delete(service);
    else left.add(service);
  }
  return [...left];
}

test('a house that starts on the previous release ends with some services on it, never with all', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const left = behindAfter(SERVICES, seed);
    expect(left.length).toBeGreaterThanOrEqual(1);
    expect(left.length).toBeLessThanOrEqual(2);
  }
});

test('every service goes forward first, some go back, some of those go forward again', () => {
  const moves = rollingMoves(SERVICES, SERVICES, new Chance(3));
  const first = moves.slice(0, SERVICES.length);
  expect(first.map(({ service }) => service).sort()).toEqual([...SERVICES].sort());
  expect(first.every(({ to }) => to === 'present')).toBe(true);
  const back = moves.filter(({ to }) => to === 'previous').map(({ service }) => service);
  expect(back.length).toBeGreaterThanOrEqual(2);
  for (const { service } of moves.slice(SERVICES.length + back.length)) expect(back).toContain(service);
});

test('one deployment after the other moves every service to the previous release at some time', () => {
  const wentBack = new Set<string>();
  let behind: readonly string[] = SERVICES;
  for (let seed = 1; seed <= 40; seed += 1) {
    for (const { service, to } of rollingMoves(behind, SERVICES, new Chance(seed)))
      if (to === 'previous') wentBack.add(service);
    behind = behindAfter(behind, seed);
  }
  expect([...wentBack].sort()).toEqual([...SERVICES].sort());
});

test('the same seed gives the same deployment', () => {
  expect(rollingMoves(SERVICES, SERVICES, new Chance(9))).toEqual(
    rollingMoves(SERVICES, SERVICES, new Chance(9)),
  );
});
