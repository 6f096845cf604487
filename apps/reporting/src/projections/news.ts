import type { Announce, Delivery } from '@meridian/bus';
import type { Rows } from '../persistence/rows.js';

/** A delivered event as the read models take it. */
export interface News {
  readonly rows: Rows;
  readonly announce: Announce;
  /** When the fact became true at its owner: a rebuild gives the same rows. */
  readonly at: Date;
  readonly eventType: string;
}

export function newsOf(
  { shared, announce, at }: Delivery<unknown, Rows>,
  contract: { readonly subject: string },
): News {
  return { rows: shared, announce, at, eventType: contract.subject };
}

export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
