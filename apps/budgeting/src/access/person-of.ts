import type { Claims } from '@meridian/bus';

/** Who answers for a posting: the person in resourcing, or the account when it belongs to none. */
export function personOf({ personId, subject }: Claims): string {
  return personId ?? subject;
}
