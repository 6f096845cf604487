import { describe, expect, test } from '@jest/globals';
import type { BookingTask } from '@meridian/contracts-resourcing';
import { changeSentence, conflictPercent, conflictState, mainStep } from './booking-words.js';

const task = (part: Partial<BookingTask>): BookingTask => ({ weeksOver: 0, ...part }) as BookingTask;

describe('what stands against a booking', () => {
  test('is named with its weeks, and nobody named is not the same as having time', () => {
    expect(conflictState(task({})).word).toBe('Nobody named');
    expect(conflictState(task({ personName: 'Tom' }))).toEqual({ state: 'on-track', word: 'Has time' });
    expect(conflictState(task({ personName: 'Tom', weeksOver: 1 })).word).toBe('1 week too full');
    expect(conflictState(task({ personName: 'Tom', weeksOver: 3 })).word).toBe('3 weeks too full');
  });

  test('is the load of all work together; a week without time has no percent', () => {
    const week = { weekStart: '2026-12-07', workMinutes: 1_200, others: [{ workMinutes: 1_800 }] };
    expect(conflictPercent({ ...week, capacityMinutes: 2_400 })).toBe(125);
    expect(conflictPercent({ ...week, capacityMinutes: 0 })).toBeNull();
  });
});

test('a step reads as a sentence, with whom and why where they were told', () => {
  const moved = { movedByName: 'Lea Chen', movedAt: '2026-11-23T10:00:00Z' };
  expect(changeSentence({ ...moved, step: 'request', stage: 'requested' })).toBe(
    'Lea Chen asked for somebody',
  );
  expect(
    changeSentence({ ...moved, step: 'propose', stage: 'proposed', personName: 'Tom', reason: 'free' }),
  ).toBe('Lea Chen proposed Tom: free');
});

test('the next step is offered to whose it is, and to nobody else', () => {
  expect(mainStep({ stage: 'proposed', steps: ['agree', 'release'] })).toBe('agree');
  expect(mainStep({ stage: 'proposed', steps: ['propose'] })).toBeUndefined();
  expect(mainStep({ stage: 'requested', steps: ['propose', 'release'] })).toBeUndefined();
  expect(mainStep({ stage: 'hard', steps: ['swap', 'release'] })).toBeUndefined();
});
