import { Refusal } from '@meridian/refusal';
import { minorRate, rateBetween, setOn } from '../currencies/rate-set.js';
import type { RateSet } from '../currencies/rate-set.js';
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
  /** The frozen exchange rates it was converted with, where the rate is in another currency. */
  readonly rateSetId?: string;
  /** In the currency asked for, rounded once. */
  readonly amountMinor: bigint;
}

/**
 * @param sets approved exchange rates
 * @throws Refusal `budgeting/no-rate`, `budgeting/rates-tie`, `budgeting/no-exchange-rate`
 */
export function priceOf(
  time: BookedTime,
  rates: readonly LabourRate[],
  { currency, sets }: { readonly currency: string; readonly sets: readonly RateSet[] },
): TimePrice {
  const rate = rateOn(rates, time, time.day);
  const { perHourMinor } = rate;
  if (rate.currency === currency) return { rate, amountMinor: labourCost(time.minutes, perHourMinor) };
  const set = setOn(sets, time.day, [rate.currency, currency]);
  const exchange = set && rateBetween(set, rate.currency, currency);
  if (!set || !exchange) throw noExchangeRate(rate.currency, currency, time.day);
  const amountMinor = labourCost(time.minutes, perHourMinor, minorRate(exchange));
  return { rate, rateSetId: set.setId, amountMinor };
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

function noExchangeRate(from: string, to: string, on: string): Refusal {
  return new Refusal(
    'budgeting/no-exchange-rate',
    `No approved set of exchange rates up to ${on} has both ${from} and ${to}; have one approved.`,
    { details: { from, to, on } },
  );
}
