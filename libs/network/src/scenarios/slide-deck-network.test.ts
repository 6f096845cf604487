import { expect, test } from '@jest/globals';
import type { Activity, Link } from '../activity-network.js';
import { compileNetwork } from '../compile-network.js';
import { schedule } from '../schedule.js';

/**
 * Finish-to-start network of a published slide deck (slideplayer.com/slide/3283910), in days on a plain number line:
 * A4 B6 C3 D6 E14 F5 G2 H2 I3 J4 K2. Published: ES/EF/LS/LF of C, F, H, I, J, K, the length and the critical path.
 */
const DURATIONS = { A: 4, B: 6, C: 3, D: 6, E: 14, F: 5, G: 2, H: 2, I: 3, J: 4, K: 2 };
const LINKS = ['AB', 'BD', 'DE', 'EG', 'GI', 'IJ', 'JK', 'AC', 'CF', 'FG', 'GH', 'HJ'];

const activities: Activity[] = Object.entries(DURATIONS).map(([id, days]) => ({ id, durationMinutes: days }));
const links: Link[] = LINKS.map((pair) => ({ from: pair[0]!, to: pair[1]!, kind: 'FS' }));
const result = schedule(compileNetwork({ activities, links }), { projectStart: 0 });

test.each([
  ['C', 4, 7, 22, 25],
  ['F', 7, 12, 25, 30],
  ['H', 32, 34, 33, 35],
  ['I', 32, 35, 32, 35],
  ['J', 35, 39, 35, 39],
  ['K', 39, 41, 39, 41],
])('%s has the published dates', (id, earlyStart, earlyFinish, lateStart, lateFinish) => {
  expect(result.at(id)).toMatchObject({ earlyStart, earlyFinish, lateStart, lateFinish });
  expect(result.at(id).totalFloatMinutes).toBe(lateStart - earlyStart);
});

test('the project takes 41 days along A-B-D-E-G-I-J-K', () => {
  expect(result.projectFinish).toBe(41);
  expect(result.criticalPaths()).toEqual([['A', 'B', 'D', 'E', 'G', 'I', 'J', 'K']]);
  expect(new Set(result.criticalIds())).toEqual(new Set(['A', 'B', 'D', 'E', 'G', 'I', 'J', 'K']));
  expect(result.clashes).toEqual([]);
});

test('C and F may slip eighteen days together, but only F without moving a successor', () => {
  expect(result.at('C')).toMatchObject({ totalFloatMinutes: 18, freeFloatMinutes: 0, isCritical: false });
  expect(result.at('F')).toMatchObject({ totalFloatMinutes: 18, freeFloatMinutes: 18 });
});

test('each start says which link set it', () => {
  expect(result.at('G').driver).toMatchObject({ kind: 'link', link: { from: 'E', to: 'G' } });
  expect(result.at('A').driver).toEqual({ kind: 'project-start', calendarWaitMinutes: 0 });
});
