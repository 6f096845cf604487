import type { LabourRateHistory, LabourRateVersion } from '@meridian/contracts-budgeting';
import type { PersonNames } from '../people/person-names.js';
import { nameOf } from '../people/person-names.js';

/** Whom a rate is for: all that is named has to fit; nothing named is the house. */
export function rateFor(
  { personId, partnerId, role, grade, siteId }: LabourRateHistory,
  names: PersonNames,
): string {
  const named = [
    personId && nameOf(names, personId),
    partnerId && `card of ${nameOf(names, partnerId)}`,
    role,
    grade && `grade ${grade}`,
    siteId && `in ${siteId}`,
  ].filter((one) => one !== undefined && one !== '');
  return named.length === 0 ? 'Everybody else' : named.join(', ');
}

/** The more is named the more specific a rate is; the most specific one prices an hour. */
export function specificity({ personId, partnerId, role, grade, siteId }: LabourRateHistory): number {
  const named = [personId, partnerId, role, grade, siteId].filter((one) => one !== undefined).length;
  return named + (personId ? 5 : 0);
}

/** The most specific first, then by whom it is for. */
export function sortedRates(
  rates: readonly LabourRateHistory[],
  names: PersonNames,
): readonly LabourRateHistory[] {
  return [...rates].sort(
    (one, other) =>
      specificity(other) - specificity(one) || rateFor(one, names).localeCompare(rateFor(other, names)),
  );
}

/** The version that holds on the day asked for. */
export function inForce({ versions, versionInForce }: LabourRateHistory): LabourRateVersion | undefined {
  return versions.find(({ version }) => version === versionInForce);
}

/** The next version that begins after a day. */
export function nextFrom({ versions }: LabourRateHistory, day: string): LabourRateVersion | undefined {
  return versions
    .filter(({ validFrom }) => validFrom > day)
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom) || other.version - one.version)[0];
}
