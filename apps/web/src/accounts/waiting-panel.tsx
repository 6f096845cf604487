import { Button } from '@mantine/core';
import type { WaitingDocument, WaitingDocumentRetried } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { budgetKey, waitingDocumentsKey, waitingDocumentsQuery } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { formatMoney } from '../money/format-money.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import styles from './accounts.module.css';
import { documentWords, waitingWords } from './waiting-words.js';

/** Documents of the accounts that cannot be posted yet, each with its reason and the way to try it once more. */
export function WaitingPanel({ projectId }: { readonly projectId?: string }) {
  const answer = useQuery(waitingDocumentsQuery(projectId));
  return (
    <Panel
      anchor="waiting"
      title="Waiting documents"
      note="each is posted by itself when what it waits for comes"
    >
      <Reading answer={answer} what="The waiting documents" lines={3}>
        {({ documents }) =>
          documents.length === 0 ? (
            <EmptyState title="No document waits">
              What the accounts send and nothing fits yet, such as an order of a project that is not known,
              stands here with its reason until it can be posted.
            </EmptyState>
          ) : (
            <div className={parts.scroller} tabIndex={0} role="region" aria-label="Waiting documents">
              <table className={`${parts.table} ${styles.waiting}`}>
                <thead>
                  <tr>
                    {['Document', 'Project', 'Day', 'Waits for'].map((title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ))}
                    <th scope="col" className={parts.number}>
                      Amount
                    </th>
                    <th scope="col">
                      <span className="sr-only">Try again</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {documents.map((document) => (
                    <Row key={document.document} waiting={document} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Reading>
    </Panel>
  );
}

/** ISO 4217: no currency involved. */
const noCurrency = 'XXX';

function Row({ waiting }: { readonly waiting: WaitingDocument }) {
  const { document, projectCode, postedOn, amountMinor, currency, receivedAt } = waiting;
  const { sentence, retriedAt, retriedBy } = waiting;
  const change = useSend<WaitingDocumentRetried>([waitingDocumentsKey, budgetKey, ['project']]);
  return (
    <tr>
      <td title={`received ${formatMoment(receivedAt)}`}>{documentWords(document)}</td>
      <td>{projectCode}</td>
      <td>{formatDay(postedOn)}</td>
      <td>
        <span title={sentence}>{waitingWords(waiting)}</span>
        {retriedAt && (
          <span className="quiet">
            {' '}
            tried {formatMoment(retriedAt)} by {retriedBy}
          </span>
        )}
        <ChangeProblem cause={change.error} />
      </td>
      <td className={parts.number}>{currency === noCurrency ? '–' : formatMoney(amountMinor, currency)}</td>
      <td>
        <Button
          size="compact-xs"
          variant="default"
          loading={change.isPending}
          aria-label={`Try again: ${documentWords(document)}`}
          onClick={() =>
            change.mutate({ method: 'POST', path: '/v1/waiting-documents/retry', body: { document } })
          }
        >
          Try again
        </Button>
      </td>
    </tr>
  );
}
