import { Refusal } from '@meridian/refusal';

/** Whom a rate is for: whatever is named must fit. Nothing named: the rate of the house. */
export interface RateHolder {
  readonly personId?: string | undefined;
  /** Of a rate: its card is for people of this partner. Of a worker: who lent them. */
  readonly partnerId?: string | undefined;
  readonly role?: string | undefined;
  readonly grade?: string | undefined;
  readonly siteId?: string | undefined;
}

/** Who does the work, as far as it is known. */
export type Worker = RateHolder;

/** One version of a rate: what an hour costs from a day on, until a later day of the same rate begins. */
export interface LabourRate {
  readonly rateId: string;
  /** Counts up with every record of the rate; of two for the same day the later one holds. */
  readonly version: number;
  readonly holder: RateHolder;
  /** `YYYY-MM-DD` */
  readonly validFrom: string;
  /** Last day; without one it holds until a later version begins. */
  readonly validThrough?: string | undefined;
  /** Null: the rate ends here. */
  readonly perHourMinor: bigint | null;
  readonly currency: string;
}

/** A rate that holds on the day asked for. */
export type RateInForce = LabourRate & { readonly perHourMinor: bigint };

/**
 * The rate of a day: of all that fit the worker and are in force, the most specific one. A person's own rate goes before
 * all others; then whichever names more of role, grade and site. People of a partner are priced by its card or an own rate,
 * never by what the house's people cost.
 *
 * @throws Refusal `budgeting/no-rate`, `budgeting/rates-tie` where two are equally specific
 */
export function rateOn(rates: readonly LabourRate[], worker: Worker, on: string): RateInForce {
  const fitting = inForceOn(rates, on).filter(({ holder }) => fits(holder, worker));
  const most = Math.max(...fitting.map(({ holder }) => specificity(holder)));
  const [best, ...others] = fitting.filter(({ holder }) => specificity(holder) === most);
  if (best && others.length === 0) return best;
  throw best ? tie([best, ...others], on) : noRate(worker, on);
}

/** Of every rate the version that holds on a day; a rate that has ended, or has not begun, is left out. */
export function inForceOn(rates: readonly LabourRate[], on: string): readonly RateInForce[] {
  const latest = new Map<string, LabourRate>();
  for (const rate of rates) {
    const known = latest.get(rate.rateId);
    if (rate.validFrom <= on && (known === undefined || isLater(rate, known))) latest.set(rate.rateId, rate);
  }
  return [...latest.values()].filter(
    (rate): rate is RateInForce =>
      rate.perHourMinor !== null && (rate.validThrough === undefined || on <= rate.validThrough),
  );
}

/** The same text for the same holder, and no other: a holder has one rate. */
export function holderKey({ personId, partnerId, role, grade, siteId }: RateHolder): string {
  const partner = partnerId === undefined ? [] : [partnerId];
  return JSON.stringify([personId ?? null, role ?? null, grade ?? null, siteId ?? null, ...partner]);
}

export function describeHolder(holder: RateHolder): string {
  const named = PARTS.flatMap((part) => (holder[part] === undefined ? [] : `${part} ${holder[part]}`));
  return named.join(', ') || 'the house';
}

const PARTS = ['personId', 'partnerId', 'role', 'grade', 'siteId'] as const;

function isLater(a: LabourRate, b: LabourRate): boolean {
  return a.validFrom === b.validFrom ? a.version > b.version : a.validFrom > b.validFrom;
}

function fits(holder: RateHolder, worker: Worker): boolean {
  if (worker.partnerId !== undefined && holder.partnerId === undefined && holder.personId === undefined)
    return false;
  return PARTS.every((part) => holder[part] === undefined || holder[part] === worker[part]);
}

function specificity(holder: RateHolder): number {
  const named = PARTS.filter((part) => holder[part] !== undefined).length;
  return holder.personId === undefined ? named : named + PARTS.length;
}

function noRate(worker: Worker, on: string): Refusal {
  return new Refusal(
    'budgeting/no-rate',
    `There is no hourly rate on ${on} for ${describeHolder(worker)}; record one.`,
    { details: { ...worker, on } },
  );
}

function tie(rates: readonly LabourRate[], on: string): Refusal {
  const holders = rates.map(({ holder }) => describeHolder(holder));
  return new Refusal(
    'budgeting/rates-tie',
    `On ${on} these rates are equally specific: ${holders.join('; ')}. Record one that names all of it.`,
    { details: { rateIds: rates.map(({ rateId }) => rateId), on } },
  );
}
