import type { Delivery } from '@meridian/bus';
import type { Tx } from '../persistence/database.js';
import type { News } from '../persistence/project-status.js';

/** A delivered event as the read models take it: dated by its owner, so that a rebuild gives the same rows. */
export function newsOf(delivery: Delivery<Tx>, contract: { readonly subject: string }): News {
  return { tx: delivery.tx, announce: delivery.announce, at: delivery.at, eventType: contract.subject };
}

export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
