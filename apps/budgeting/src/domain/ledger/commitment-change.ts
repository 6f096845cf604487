import type { CommitmentChange } from './journal.js';
import type { Commitment } from './ledger.js';

type Amounts = Pick<CommitmentChange, 'committedMinor' | 'invoicedMinor' | 'releasedMinor' | 'accruedMinor'>;

/** What changes on a commitment, from the amounts that do. */
export function commitmentChange(
  { commitmentId, budgetId, period }: Pick<Commitment, 'commitmentId' | 'budgetId' | 'period'>,
  amounts: Partial<Amounts>,
): CommitmentChange {
  const nothing: Amounts = { committedMinor: 0n, invoicedMinor: 0n, releasedMinor: 0n, accruedMinor: 0n };
  return { commitmentId, budgetId, period, ...nothing, ...amounts };
}
