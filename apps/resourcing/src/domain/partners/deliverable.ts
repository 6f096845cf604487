import { Refusal } from '@meridian/refusal';

export type DeliverableState = 'agreed' | 'handed-in' | 'accepted' | 'rejected';

export interface Finding {
  /** Place of the criterion, from 1. */
  readonly criterion: number;
  readonly isMet: boolean;
  readonly evidence: string;
}

export function mayBeHandedIn(state: DeliverableState): boolean {
  return state === 'agreed' || state === 'rejected';
}

/** @throws Refusal while it waits for a decision, and once it is accepted: what was agreed stays then */
export function requireChangeable(state: DeliverableState): void {
  if (mayBeHandedIn(state)) return;
  throw new Refusal(
    'resourcing/deliverable-settled',
    state === 'accepted'
      ? 'The deliverable is accepted, and does not change any more.'
      : 'The deliverable is handed in; decide on it before anything is changed.',
  );
}

/** @throws Refusal unless something was handed in */
export function requireHandedIn(state: DeliverableState): void {
  if (state === 'handed-in') return;
  throw new Refusal(
    'resourcing/deliverable-not-handed-in',
    `The deliverable is ${state}; only what is handed in is decided on.`,
  );
}

/**
 * What findings amount to: accepted when every criterion is met, rejected when one is not.
 *
 * @throws Refusal unless there is one finding for each criterion
 */
export function outcomeOf(
  criteria: readonly string[],
  findings: readonly Finding[],
): 'accepted' | 'rejected' {
  const judged = new Set(findings.map(({ criterion }) => criterion));
  const missing = criteria.map((_, index) => index + 1).filter((place) => !judged.has(place));
  if (missing.length > 0 || findings.length !== criteria.length) {
    throw new Refusal(
      'resourcing/criteria-not-judged',
      `There are ${criteria.length} criteria and ${findings.length} findings; every criterion takes one${
        missing.length === 0 ? '' : ` (missing: ${missing.join(', ')})`
      }.`,
      { kind: 'unprocessable' },
    );
  }
  return findings.every(({ isMet }) => isMet) ? 'accepted' : 'rejected';
}

/** @throws Refusal for who handed it in: nobody accepts the own work */
export function requireOtherEyes(decidedBy: string, handedInBy: string | undefined): void {
  if (decidedBy !== handedInBy) return;
  throw new Refusal(
    'resourcing/own-deliverable',
    'You handed this in; somebody else who manages the project decides on it.',
    { kind: 'forbidden' },
  );
}
