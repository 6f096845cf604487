import type { HealthDimension } from '@meridian/contracts-reporting';

export type HealthState = HealthDimension['state'];

export const healthWords: Record<HealthState, string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  unknown: 'Not known',
};

/** What a manager declared (traffic light of the portfolio list) in the words of computed health. */
export function declaredState(confidence: string | undefined): HealthState | undefined {
  if (confidence === 'green') return 'on-track';
  if (confidence === 'amber') return 'at-risk';
  return confidence === 'red' ? 'off-track' : undefined;
}

const order: Record<HealthState, number> = { 'off-track': 0, 'at-risk': 1, unknown: 2, 'on-track': 3 };

/** Worst first. */
export function compareHealth(one: HealthState, other: HealthState): number {
  return order[one] - order[other];
}
