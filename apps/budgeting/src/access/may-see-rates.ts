import { hasRole } from '@meridian/access';
import type { Person } from '@meridian/access';
import { Refusal } from '@meridian/refusal';

/** What an hour of somebody costs is next to a salary: only the PMO keeps it and sees it. */
export function maySeeRates(person: Person): boolean {
  return hasRole(person, ['pmo-manager']);
}

/** @throws Refusal `budgeting/rates-hidden` */
export function requireRates(person: Person): void {
  if (maySeeRates(person)) return;
  throw new Refusal('budgeting/rates-hidden', 'Hourly rates are kept and seen by the PMO; ask there.', {
    kind: 'forbidden',
  });
}
