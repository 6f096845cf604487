import { ratioToDecimal } from '@meridian/money';
import type { Ratio } from '@meridian/money';

/** Why a figure cannot be stated. An undefined index is never shown as 1 or "on budget". */
export type MissingReason =
  | 'score-missing'
  | 'no-job-size'
  | 'no-budget'
  | 'no-planned-value'
  | 'no-earned-value'
  | 'no-actual-cost'
  | 'labour-withheld'
  | 'no-recent-periods'
  | 'no-bottom-up-estimate'
  | 'no-time-elapsed'
  | 'no-outlay'
  | 'no-way-to-target'
  | 'not-measured'
  | 'not-achievable'
  | 'not-paid-back'
  | 'no-schedule'
  | 'no-simulation'
  | 'too-few-closed-projects'
  | 'beyond-a-century'
  | 'work-complete';

export type Figure<T> =
  | { readonly state: 'available'; readonly value: T }
  | { readonly state: 'not-available'; readonly reason: MissingReason };

export function available<T>(value: T): Figure<T> {
  return { state: 'available', value };
}

export function notAvailable(reason: MissingReason): Figure<never> {
  return { state: 'not-available', reason };
}

/** Computes on; a missing figure stays missing for its first reason. */
export function mapFigure<T, U>(figure: Figure<T>, compute: (value: T) => U): Figure<U> {
  return figure.state === 'available' ? available(compute(figure.value)) : figure;
}

export function chainFigure<T, U>(figure: Figure<T>, compute: (value: T) => Figure<U>): Figure<U> {
  return figure.state === 'available' ? compute(figure.value) : figure;
}

/** The value, or undefined where there is none: for optional fields. */
export function valueOf<T>(figure: Figure<T>): T | undefined {
  return figure.state === 'available' ? figure.value : undefined;
}

/** An index as people and JSON read it: exactly six decimals, half up. */
export function sixDecimals(figure: Figure<Ratio>): Figure<string> {
  return mapFigure(figure, (value) => ratioToDecimal(value, 6));
}
