import { Refusal } from '@meridian/refusal';

/** What an hour costs from a day on, until a later rate of the same holder begins. */
export interface LabourRate {
  readonly holder: RateHolder;
  /** `YYYY-MM-DD` */
  readonly validFrom: string;
  readonly perHourMinor: bigint;
}

export type RateHolder =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'role'; readonly roleId: string }
  | { readonly kind: 'house' };

/** Who does the work, as far as it is known. */
export interface Worker {
  readonly personId?: string;
  readonly roleId?: string;
}

/**
 * The rate of a day: the person's own, else the role's, else the house's; of each the latest that is valid.
 *
 * @throws Refusal `budgeting/no-rate`
 */
export function rateOn(rates: readonly LabourRate[], worker: Worker, on: string): LabourRate {
  const valid = rates.filter(({ validFrom }) => validFrom <= on);
  const rate =
    latest(valid.filter(({ holder }) => holder.kind === 'person' && holder.personId === worker.personId)) ??
    latest(valid.filter(({ holder }) => holder.kind === 'role' && holder.roleId === worker.roleId)) ??
    latest(valid.filter(({ holder }) => holder.kind === 'house'));
  if (rate) return rate;
  const who = worker.personId ?? worker.roleId ?? 'a worker nobody named';
  throw new Refusal(
    'budgeting/no-rate',
    `There is no hourly rate for ${who} on ${on}, nor one of the house.`,
    {
      details: { ...worker, on },
    },
  );
}

function latest(rates: readonly LabourRate[]): LabourRate | undefined {
  return rates.reduce<LabourRate | undefined>(
    (best, rate) => (best === undefined || rate.validFrom > best.validFrom ? rate : best),
    undefined,
  );
}
