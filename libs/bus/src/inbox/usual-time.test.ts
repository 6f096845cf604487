import { expect, test } from '@jest/globals';
import { UsualTime } from './usual-time.js';

test('a reaction that nobody knows yet gets all the time there is', () => {
  expect(new UsualTime(500).patienceMs).toBe(500);
});

test('what is always quick is waited for a moment only', () => {
  const usual = new UsualTime(500);
  for (let time = 0; time < 50; time += 1) usual.took(2);
  expect(usual.patienceMs).toBe(20);
});

test('what takes its time is given it', () => {
  const usual = new UsualTime(2_000);
  for (let time = 0; time < 50; time += 1) usual.took(100);
  expect(usual.patienceMs).toBeGreaterThanOrEqual(400);
  expect(usual.patienceMs).toBeLessThan(401);
});

test('times that vary are allowed to vary', () => {
  const usual = new UsualTime(10_000);
  for (let time = 0; time < 100; time += 1) usual.took(time % 2 === 0 ? 10 : 90);
  expect(usual.patienceMs).toBeGreaterThan(4 * 90);
});

test('the first time of all is believed with a deviation of its half, as RFC 6298 has it', () => {
  const usual = new UsualTime(10_000);
  usual.took(100);
  expect(usual.patienceMs).toBe(4 * (100 + 4 * 50));
});

test('who waited in vain waits longer, until something is done again', () => {
  const usual = new UsualTime(500);
  for (let time = 0; time < 50; time += 1) usual.took(2);
  usual.ranOut();
  expect(usual.patienceMs).toBe(40);
  usual.ranOut();
  expect(usual.patienceMs).toBe(80);
  for (let time = 0; time < 10; time += 1) usual.ranOut();
  expect(usual.patienceMs).toBe(500);
  usual.took(2);
  expect(usual.patienceMs).toBe(20);
});
