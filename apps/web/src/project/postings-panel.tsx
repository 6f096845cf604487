import type { PostingLine } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { formatMoney } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { documentOf, postingWords } from '../money/posting-words.js';

interface PostingsPanelProps {
  readonly postings: readonly PostingLine[];
  readonly currency: string;
}

/** What was posted to the ledger, the newest first. */
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
                <th scope="col">Document</th>
                <th scope="col" className={parts.number}>
                  Amount
                </th>
              </tr>
            </thead>
            <tbody>
              {postings.map((posting) => (
                <Row key={posting.postingId} posting={posting} currency={currency} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Row({ posting, currency }: { readonly posting: PostingLine; readonly currency: string }) {
  const { number, system } = documentOf(posting.reference);
  return (
    <tr>
      <td>{formatDay(posting.postedOn)}</td>
      <td>{postingWords(posting.kind)}</td>
      <td>
        {number}
        {system && <span className="quiet"> {system}</span>}
      </td>
      <td className={parts.number}>{formatMoney(posting.amountMinor, currency)}</td>
    </tr>
  );
}
