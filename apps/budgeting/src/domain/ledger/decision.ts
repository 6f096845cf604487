import type { JournalEntry } from './journal.js';
import type { Overrun } from './overrun.js';

/** The entry to append, and the overrun to report where the policy let one through. */
export interface Decision {
  readonly entry: JournalEntry;
  readonly overrun?: Overrun;
}
