import { Refusal } from '@meridian/refusal';

export type BookingStage = 'open' | 'requested' | 'proposed' | 'soft' | 'hard';
export type BookingStep = 'request' | 'propose' | 'agree' | 'confirm' | 'swap' | 'release';

/** Who is on an assignment, or on the way to it. */
export interface BookedPerson {
  readonly personId: string | null;
  readonly proposedPersonId: string | null;
  readonly isRequested: boolean;
  /** Who decides for the person agreed. */
  readonly isConfirmed: boolean;
}

export const NOBODY: BookedPerson = {
  personId: null,
  proposedPersonId: null,
  isRequested: false,
  isConfirmed: false,
};

const STEPS: Readonly<Record<BookingStage, readonly BookingStep[]>> = {
  open: ['request', 'propose'],
  requested: ['propose', 'release'],
  proposed: ['propose', 'agree', 'release'],
  soft: ['confirm', 'swap', 'release'],
  hard: ['swap', 'release'],
};

export function stageOf({
  personId,
  proposedPersonId,
  isRequested,
  isConfirmed,
}: BookedPerson): BookingStage {
  if (personId !== null) return isConfirmed ? 'hard' : 'soft';
  if (proposedPersonId !== null) return 'proposed';
  return isRequested ? 'requested' : 'open';
}

/** What somebody may decide on with a booking. */
export interface BookingPowers {
  readonly managesProject: boolean;
  /** Decides for the person who is booked or proposed. */
  readonly actsForPerson: boolean;
  /** Decides for anybody. */
  readonly actsForSomebody: boolean;
  readonly isResourceManager: boolean;
}

/** The steps that a stage allows and that are somebody's to take. */
export function stepsFor(stage: BookingStage, powers: BookingPowers): BookingStep[] {
  const { managesProject, actsForPerson, actsForSomebody, isResourceManager } = powers;
  const isTheirs: Readonly<Record<BookingStep, boolean>> = {
    request: managesProject,
    propose: actsForSomebody,
    agree: managesProject,
    confirm: actsForPerson,
    swap: actsForSomebody,
    release: managesProject || actsForPerson || isResourceManager,
  };
  return STEPS[stage].filter((step) => isTheirs[step]);
}

/**
 * One step. Only an agreed proposal books somebody; somebody swapped in is confirmed anew; released is nobody.
 *
 * @param whom for `propose` and `swap`
 * @throws Refusal when the stage does not allow the step, or nobody is named
 */
export function moveBooking(booking: BookedPerson, step: BookingStep, whom: string | null): BookedPerson {
  const stage = stageOf(booking);
  if (!STEPS[stage].includes(step)) {
    throw new Refusal(
      'resourcing/booking-step-not-possible',
      `The assignment is ${stage}; possible are ${STEPS[stage].join(', ')}.`,
      { details: { stage, steps: STEPS[stage] } },
    );
  }
  switch (step) {
    case 'request':
      return { ...booking, isRequested: true };
    case 'propose':
      return { ...booking, proposedPersonId: named(whom) };
    case 'agree':
      return { ...booking, personId: booking.proposedPersonId, proposedPersonId: null };
    case 'confirm':
      return { ...booking, isConfirmed: true };
    case 'swap':
      return { ...booking, personId: named(whom), isConfirmed: false };
    case 'release':
      return NOBODY;
  }
}

function named(whom: string | null): string {
  if (whom !== null) return whom;
  throw new Refusal('resourcing/nobody-named', 'personId is missing; say who is to do the work.', {
    kind: 'unprocessable',
  });
}
