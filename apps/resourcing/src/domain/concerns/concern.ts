import { Refusal } from '@meridian/refusal';

export type Confidentiality = 'open' | 'line-manager' | 'named-person' | 'hr-partner';
export type ConcernState = 'open' | 'answered' | 'closed';

export interface Circle {
  readonly raiser: string;
  readonly lineManagerId: string | null;
  readonly namedPersonId: string | null;
  readonly hrPartnerIds: readonly string[];
}

/**
 * Whom a concern goes to, never who raised it. An open one is read by everybody, and goes to the line manager.
 *
 * @throws Refusal when that would be nobody
 */
export function readersOf(confidentiality: Confidentiality, circle: Circle): string[] {
  const readers = addressed(confidentiality, circle).filter((one) => one !== circle.raiser);
  if (readers.length > 0) return readers;
  throw new Refusal('resourcing/nobody-to-read', NOBODY[confidentiality], { kind: 'unprocessable' });
}

/**
 * The HR partners a concern goes to: those of the raiser's unit, or of the house where the unit has none besides the raiser.
 */
export function hrPartnersFor(
  raiser: string,
  ofUnit: readonly string[],
  ofHouse: readonly string[],
): readonly string[] {
  return ofUnit.some((one) => one !== raiser) ? ofUnit : ofHouse;
}

/** An answer is a word of somebody it went to; others, and who raised it, only say something. */
export function stateAfterWord(state: ConcernState, isReader: boolean): ConcernState {
  requireNotClosed(state);
  return isReader ? 'answered' : state;
}

/** @throws Refusal when it was closed before */
export function requireNotClosed(state: ConcernState): void {
  if (state !== 'closed') return;
  throw new Refusal(
    'resourcing/concern-closed',
    'The concern is closed, and takes no more words; raise a new one.',
  );
}

/** @throws Refusal for a day that is over: nobody could answer by it */
export function requireDayToCome(day: string, today: string): void {
  if (day >= today) return;
  throw new Refusal('resourcing/day-is-over', `${day} is over; name today or a day to come.`, {
    kind: 'unprocessable',
  });
}

function addressed(confidentiality: Confidentiality, circle: Circle): readonly string[] {
  switch (confidentiality) {
    case 'open':
    case 'line-manager':
      return circle.lineManagerId === null ? [] : [circle.lineManagerId];
    case 'named-person':
      return circle.namedPersonId === null ? [] : [circle.namedPersonId];
    case 'hr-partner':
      return circle.hrPartnerIds;
  }
}

const NOBODY: Readonly<Record<Confidentiality, string>> = {
  open: 'You have no line manager who could answer; name a person instead.',
  'line-manager': 'You have no line manager who could read it; name a person instead.',
  'named-person': 'Name somebody else who works here to read it.',
  'hr-partner': 'There is no HR partner besides you; name a person instead.',
};
