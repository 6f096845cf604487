import { expect, test } from '@jest/globals';
import { SERVICES } from '../recovery.js';
import { Releases } from './releases.js';

const PREVIOUS = { ref: 'HEAD~20', commit: 'c0ffee', folder: '/old', seconds: 1 };
const USUAL = { file: '/new/apps/quality/dist/main.js', environment: { PORT: '1' } };

test('a service runs the previous release until it is moved, and again when it is moved back', () => {
  const releases = new Releases(PREVIOUS);
  const old = { file: '/old/apps/quality/dist/main.js', environment: { PORT: '1' } };
  expect(releases.programOf('quality', USUAL)).toEqual(old);
  releases.set({ service: 'quality', to: 'present' });
  expect(releases.programOf('quality', USUAL)).toEqual(USUAL);
  releases.set({ service: 'quality', to: 'previous' });
  expect(releases.programOf('quality', USUAL)).toEqual(old);
});

test('the main file of a process tells which release it is', () => {
  const releases = new Releases(PREVIOUS);
  expect(releases.isOf({ service: 'quality', to: 'previous' }, '/old/apps/quality/dist/main.js')).toBe(true);
  expect(releases.isOf({ service: 'quality', to: 'present' }, '/old/apps/quality/dist/main.js')).toBe(false);
  expect(releases.isOf({ service: 'quality', to: 'present' }, USUAL.file)).toBe(true);
});

test('a house is mixed from the first service that goes forward to the last', () => {
  const releases = new Releases(PREVIOUS);
  const beforeMs = performance.now();
  expect(releases.wasMixed(beforeMs)).toBe(false);
  for (const service of SERVICES.slice(1)) releases.set({ service, to: 'present' });
  expect(releases.wasMixed(performance.now())).toBe(true);
  releases.set({ service: SERVICES[0], to: 'present' });
  expect(releases.wasMixed(performance.now() + 60_000)).toBe(false);
  expect(releases.wasMixed(beforeMs - 1)).toBe(false);
});
