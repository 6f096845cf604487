import type { BenefitFigures } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import type { HealthState } from '../health/health-state.js';
import { formatPercent } from '../money/format-money.js';

const states: Readonly<
  Record<BenefitFigures['state'], { readonly state: HealthState; readonly word: string }>
> = {
  'not-measured': { state: 'unknown', word: 'Not measured' },
  'on-the-way': { state: 'unknown', word: 'On the way' },
  reached: { state: 'on-track', word: 'Reached' },
  overdue: { state: 'off-track', word: 'Overdue' },
};

export function benefitState({ state, isDisbenefit }: Pick<BenefitFigures, 'state' | 'isDisbenefit'>) {
  const told = states[state];
  if (!isDisbenefit || state === 'not-measured') return told;
  return state === 'overdue'
    ? { state: 'on-track' as const, word: 'Smaller than expected' }
    : { state: 'unknown' as const, word: 'As expected' };
}

/** How far it is, and what would say more. */
export function attainmentWords(benefit: BenefitFigures): string {
  const { attainmentPercent: percent, measures, ownerName, target, baseline } = benefit;
  const [latest] = measures;
  if (!latest) return `Nothing was measured yet; ${ownerName} does it.`;
  if (percent === undefined)
    return `${latest.value} on ${formatDay(latest.on)}; the target is as it was before, so there is no way to go.`;
  return `${latest.value} on ${formatDay(latest.on)}: ${formatPercent(Number(percent))} of the way from ${baseline} to ${target}.`;
}

/** How much of the way to draw, from nothing to all of it. */
export function attainmentShare({
  attainmentPercent: percent,
}: Pick<BenefitFigures, 'attainmentPercent'>): number {
  return Math.min(Math.max(Number(percent ?? 0), 0), 100);
}

/** First what its owner has to do: overdue, then never measured, then by the day of the target. */
export function byNeed(one: BenefitFigures, other: BenefitFigures): number {
  return (
    need(one) - need(other) ||
    one.targetOn.localeCompare(other.targetOn) ||
    one.name.localeCompare(other.name)
  );
}

function need({ state }: BenefitFigures): number {
  return state === 'overdue' ? 0 : state === 'not-measured' ? 1 : state === 'on-the-way' ? 2 : 3;
}

const number = /^-?\d{1,12}(\.\d{1,6})?$/;

/** A measure as the service takes it: `4.5`. */
export function isMeasure(typed: string): boolean {
  return number.test(typed.trim());
}
