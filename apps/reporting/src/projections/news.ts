import type { Announce, Delivery } from '@meridian/bus';
import type { Tx } from '../persistence/database.js';
import { MemoryRows } from '../persistence/memory-rows.js';
import type { Rows } from '../persistence/rows.js';
import { TableRows } from '../persistence/table-rows.js';

/** A delivered event as the read models take it. */
export interface News {
  readonly rows: Rows;
  readonly announce: Announce;
  /** When the fact became true at its owner: a rebuild gives the same rows. */
  readonly at: Date;
  readonly eventType: string;
}

export function newsOf(
  { tx, announce, at }: Delivery<Tx | MemoryRows>,
  contract: { readonly subject: string },
): News {
  const rows = tx instanceof MemoryRows ? tx : new TableRows(tx);
  return { rows, announce, at, eventType: contract.subject };
}

export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
