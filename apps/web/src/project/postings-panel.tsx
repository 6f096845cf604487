import type { PostingLine } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { formatMoney } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';

interface PostingsPanelProps {
  readonly postings: readonly PostingLine[];
  readonly currency: string;
}

const kinds: Record<string, string> = {
  commitment: 'Commitment',
  release: 'Commitment released',
  actual: 'Actual cost',
  reversal: 'Cost reversed',
};

/** What was posted to the ledger last. */
export function PostingsPanel({ postings, currency }: PostingsPanelProps) {
  return (
    <Panel title="Recent postings">
      {postings.length === 0 ? (
        <EmptyState title="Nothing is posted yet">
          Orders and invoices come from the ERP system by themselves; they can be posted by hand as well.
        </EmptyState>
      ) : (
        <div className={parts.scroller} tabIndex={0} role="region" aria-label="Recent postings table">
          <table className={`${parts.table} ${parts.whole}`}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Kind</th>
                <th scope="col">Reference</th>
                <th scope="col" className={parts.number}>
                  Amount
                </th>
              </tr>
            </thead>
            <tbody>
              {postings.map((posting) => (
                <tr key={posting.postingId}>
                  <td>{formatDay(posting.postedOn)}</td>
                  <td>{kinds[posting.kind] ?? posting.kind}</td>
                  <td>{posting.reference}</td>
                  <td className={parts.number}>{formatMoney(posting.amountMinor, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
