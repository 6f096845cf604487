import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '@meridian/refusal';
import {
  stepsFor,
  moveBooking,
  NOBODY,
  stageOf,
  type BookedPerson,
  type BookingStep,
} from './booking-life.js';

const STEPS: readonly BookingStep[] = ['request', 'propose', 'agree', 'confirm', 'swap', 'release'];
const step = fc.record({ step: fc.constantFrom(...STEPS), whom: fc.constantFrom('ines', 'ole', null) });

function walk(
  steps: readonly { step: BookingStep; whom: string | null }[],
  see: (now: BookedPerson, step: BookingStep, before: BookedPerson) => void,
) {
  let booking = NOBODY;
  for (const one of steps) {
    try {
      const next = moveBooking(booking, one.step, one.whom);
      see(next, one.step, booking);
      booking = next;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

test('the whole way: asked for, proposed, agreed, confirmed, swapped, confirmed anew, released', () => {
  const way: [BookingStep, string | null, string][] = [
    ['request', null, 'requested'],
    ['propose', 'ines', 'proposed'],
    ['propose', 'ole', 'proposed'],
    ['agree', null, 'soft'],
    ['confirm', null, 'hard'],
    ['swap', 'ines', 'soft'],
    ['confirm', null, 'hard'],
    ['release', null, 'open'],
  ];
  let booking = NOBODY;
  for (const [one, whom, stage] of way) {
    booking = moveBooking(booking, one, whom);
    expect(stageOf(booking)).toBe(stage);
  }
  expect(booking).toEqual(NOBODY);
});

test('whoever is freed does not stay booked, whatever happened before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      walk(steps, (now, taken, before) => {
        if (taken === 'release') expect(now).toEqual(NOBODY);
        if (taken === 'swap') expect([now.personId, now.isConfirmed]).not.toEqual([before.personId, true]);
        expect(now.personId !== null && now.proposedPersonId !== null).toBe(false);
        expect(now.isConfirmed && now.personId === null).toBe(false);
      });
    }),
    { numRuns: 1_000 },
  );
});

test('nobody is booked who was not proposed and agreed on, or swapped in', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      walk(steps, (now, taken, before) => {
        if (now.personId === before.personId || now.personId === null) return;
        expect(taken === 'swap' || (taken === 'agree' && before.proposedPersonId === now.personId)).toBe(
          true,
        );
      });
    }),
    { numRuns: 1_000 },
  );
});

test('a step out of place is refused with what is possible, a proposal of nobody as well', () => {
  expect(() => moveBooking(NOBODY, 'confirm', null)).toThrow(
    expect.objectContaining({ code: 'resourcing/booking-step-not-possible' }),
  );
  expect(() => moveBooking(NOBODY, 'propose', null)).toThrow(
    expect.objectContaining({ code: 'resourcing/nobody-named' }),
  );
});

describe('the steps that are somebody’s to take', () => {
  const nobody = {
    managesProject: false,
    actsForPerson: false,
    actsForSomebody: false,
    isResourceManager: false,
  };

  test('the project’s manager requests, agrees and releases', () => {
    const manager = { ...nobody, managesProject: true };
    const stages = ['open', 'requested', 'proposed', 'soft', 'hard'] as const;
    expect(stages.map((stage) => stepsFor(stage, manager))).toEqual([
      ['request'],
      ['release'],
      ['agree', 'release'],
      ['release'],
      ['release'],
    ]);
  });

  test('who decides for the person proposes, confirms, swaps and releases', () => {
    const functional = { ...nobody, actsForPerson: true, actsForSomebody: true };
    expect(stepsFor('open', functional)).toEqual(['propose']);
    expect(stepsFor('soft', functional)).toEqual(['confirm', 'swap', 'release']);
  });

  test('who decides for others but not for this person does not confirm', () => {
    expect(stepsFor('soft', { ...nobody, actsForSomebody: true })).toEqual(['swap']);
    expect(stepsFor('hard', nobody)).toEqual([]);
  });
});
