/** What a share of worked or booked time is measured against. Every figure names it: the same week gives different ones. */
export type UtilisationBasis = 'gross' | 'net-of-leave' | 'logged';

/** Times of a person or a team in a period, in minutes (or hours: only ratios are made of them). */
export interface PeriodTimes {
  /** Calendar time times share of full time, leave included. */
  readonly gross: number;
  readonly leave: number;
  /** All that was logged, whatever for. */
  readonly logged?: number;
}

export interface Utilisation {
  readonly basis: UtilisationBasis;
  /** The denominator. */
  readonly of: number;
  /** Percent, one decimal; `null` where there is nothing to measure against. */
  readonly percent: number | null;
}

/**
 * Share of the time that counts (worked for clients, booked on projects) in the time named by the basis. Above 100 where
 * more was done than there was time for. The published examples are in `scenarios/utilisation.test.ts`.
 */
export function utilisation(counted: number, times: PeriodTimes, basis: UtilisationBasis): Utilisation {
  const of = denominator(times, basis);
  return { basis, of, percent: of > 0 ? Math.round((counted * 1_000) / of) / 10 : null };
}

function denominator({ gross, leave, logged = 0 }: PeriodTimes, basis: UtilisationBasis): number {
  switch (basis) {
    case 'gross':
      return gross;
    case 'net-of-leave':
      return Math.max(0, gross - leave);
    case 'logged':
      return logged;
  }
}

/** Time that a person is held for a project but has no planned work in: allocated, yet not asked for. */
export function unplannedAllocation(allocated: number, planned: number): number {
  return Math.max(0, allocated - planned);
}

/** Share of the work that was done above capacity (LibrePlan: overload / (load + overload), load counted up to capacity). */
export function overtimeRatio(capacity: number, booked: number): number {
  return booked === 0 ? 0 : Math.max(0, booked - capacity) / booked;
}
