import type { Announce } from '@meridian/bus';
import type { Tx } from './database.js';

/** The transaction of a command or a reaction, as far as money needs it. */
export interface Work {
  readonly tx: Tx;
  readonly announce: Announce;
  readonly newId: () => string;
  readonly now: Date;
}

export function today({ now }: Pick<Work, 'now'>): string {
  return now.toISOString().slice(0, 10);
}
