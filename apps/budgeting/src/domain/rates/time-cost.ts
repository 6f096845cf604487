import type { CostCommand } from '../ledger/command.js';
import { labourCost } from './labour-cost.js';
import { rateOn } from './labour-rate.js';
import type { LabourRate, RateInForce, Worker } from './labour-rate.js';

/** An approved line of a timesheet, or what takes one back. */
export interface BookedTime extends Worker {
  readonly entryId: string;
  readonly projectId: string;
  readonly taskId?: string | undefined;
  readonly personId: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Below zero where time is taken back. */
  readonly minutes: number;
  readonly reversesEntryId?: string | undefined;
}

export interface TimePrice {
  readonly rate: RateInForce;
  /** In the currency of the rate. */
  readonly amountMinor: bigint;
}

/** @throws Refusal `budgeting/no-rate`, `budgeting/rates-tie` */
export function priceOf(rates: readonly LabourRate[], time: BookedTime): TimePrice {
  const rate = rateOn(rates, time, time.day);
  return { rate, amountMinor: labourCost(time.minutes, rate.perHourMinor) };
}

interface Place {
  readonly entryId: string;
  readonly budgetId: string;
  readonly currency: string;
}

/** Worked is worked: a fact, whatever is available. Undefined where it costs nothing. */
export function commandOfTime(time: BookedTime, amountMinor: bigint, place: Place): CostCommand | undefined {
  if (amountMinor === 0n) return undefined;
  const fact = { ...place, on: time.day, reference: `Time of ${time.day}`, by: 'resourcing' };
  return amountMinor > 0n
    ? { ...fact, basis: 'fact', kind: 'post-actual', amountMinor }
    : { ...fact, basis: 'fact', kind: 'credit-actual', amountMinor: -amountMinor };
}
