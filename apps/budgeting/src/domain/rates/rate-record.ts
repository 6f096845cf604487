import { minorDigits } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { dayNumber } from '../plan/calendar-day.js';
import { describeHolder, holderKey } from './labour-rate.js';
import type { LabourRate } from './labour-rate.js';

/**
 * The next version of a rate, also for a day that is past: nothing that was recorded changes, and what was priced before
 * keeps its version.
 *
 * @param versions all of the rate, in any order
 * @throws Refusal `budgeting/rate-holder`, `budgeting/rate-days`, `budgeting/negative-rate`, `budgeting/rate-ends-nothing`, `budgeting/not-a-date`,
 * `money/unknown-currency`
 */
export function nextRateVersion(
  versions: readonly LabourRate[],
  next: Omit<LabourRate, 'version'>,
): LabourRate {
  dayNumber(next.validFrom);
  minorDigits(next.currency);
  if (next.validThrough !== undefined) requireDaysInOrder(next.validFrom, next.validThrough);
  const [first] = versions;
  if (first) requireSameHolder(first, next);
  if (next.perHourMinor === null && !versions.some(({ validFrom }) => validFrom <= next.validFrom)) {
    throw new Refusal(
      'budgeting/rate-ends-nothing',
      `There is no rate before ${next.validFrom} that could end; name what an hour costs.`,
      { kind: 'unprocessable' },
    );
  }
  if (next.perHourMinor !== null && next.perHourMinor < 0n) {
    throw new Refusal('budgeting/negative-rate', 'An hour costs zero or more.', { kind: 'unprocessable' });
  }
  return { ...next, version: Math.max(0, ...versions.map(({ version }) => version)) + 1 };
}

function requireDaysInOrder(validFrom: string, validThrough: string): void {
  if (dayNumber(validThrough) >= dayNumber(validFrom)) return;
  throw new Refusal(
    'budgeting/rate-days',
    `The rate holds from ${validFrom} to ${validThrough}; its last day lies before the first.`,
    { kind: 'unprocessable' },
  );
}

function requireSameHolder(first: LabourRate, next: Omit<LabourRate, 'version'>): void {
  if (holderKey(first.holder) === holderKey(next.holder)) return;
  throw new Refusal(
    'budgeting/rate-holder',
    `This rate is for ${describeHolder(first.holder)} and stays so; record another one for ${describeHolder(next.holder)}.`,
  );
}
