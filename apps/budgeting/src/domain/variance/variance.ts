import { Refusal } from '@meridian/refusal';

export type VarianceState = 'asked' | 'acting' | 'closed';

/** A variance as far as its rules go. */
export interface Variance {
  readonly state: VarianceState;
  /** Whether the forecast is outside of its tolerance now. */
  readonly isBroken: boolean;
  readonly dueOn: string | null;
}

export interface Explanation {
  readonly cause: string;
  readonly impact: string;
  readonly action: string;
  readonly dueOn: string;
}

export interface FollowUp {
  readonly outcome: 'goes-on' | 'worked' | 'did-not-work';
  /** A new day, for an action that goes on. */
  readonly dueOn?: string;
}

/**
 * Its owner said what caused it and what is done by when: a corrective action is under way. It may be said anew while it is.
 *
 * @throws Refusal `budgeting/variance-closed`, `budgeting/due-day-past`
 */
export function explained(variance: Variance, { dueOn }: Explanation, today: string): Variance {
  requireOpen(variance);
  requireToCome(dueOn, today);
  return { ...variance, state: 'acting', dueOn };
}

/**
 * What became of the action. What worked closes the variance, but not while the forecast says otherwise; what did not work
 * asks for another one.
 *
 * @throws Refusal `budgeting/variance-closed`, `budgeting/variance-not-explained`, `budgeting/variance-still-broken`,
 * `budgeting/due-day-past`
 */
export function followedUp(variance: Variance, { outcome, dueOn }: FollowUp, today: string): Variance {
  requireOpen(variance);
  if (variance.state === 'asked') {
    throw new Refusal(
      'budgeting/variance-not-explained',
      'There is no corrective action to follow up yet; explain the variance first.',
    );
  }
  if (outcome === 'did-not-work') return { ...variance, state: 'asked', dueOn: null };
  if (outcome === 'worked') {
    requireWithin(variance);
    return { ...variance, state: 'closed' };
  }
  if (dueOn !== undefined) requireToCome(dueOn, today);
  return { ...variance, dueOn: dueOn ?? variance.dueOn };
}

/** The action is due, and nobody said that it worked. */
export function isOverdue({ state, dueOn }: Variance, today: string): boolean {
  return state === 'acting' && dueOn !== null && dueOn < today;
}

function requireOpen({ state }: Variance): void {
  if (state !== 'closed') return;
  throw new Refusal(
    'budgeting/variance-closed',
    'The variance is closed; the next time that the forecast leaves its tolerance opens another one.',
  );
}

function requireWithin({ isBroken }: Variance): void {
  if (!isBroken) return;
  throw new Refusal(
    'budgeting/variance-still-broken',
    'The forecast is still outside of its tolerance, so the action has not worked yet; let it go on, or say that it did not work.',
  );
}

function requireToCome(dueOn: string, today: string): void {
  if (dueOn >= today) return;
  throw new Refusal(
    'budgeting/due-day-past',
    `${dueOn} is past; a corrective action is due today or later.`,
    { kind: 'unprocessable' },
  );
}
