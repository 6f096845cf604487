import type { ClosingRecord } from '@meridian/contracts-projects';
import { formatMoment } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import { endWords, owners } from './closing-words.js';
import styles from './closing.module.css';
import { OpenItems } from './open-items.js';

interface ClosingHistoryProps {
  readonly closings: readonly ClosingRecord[];
}

/** Closings that are over, with what was open when one was ended all the same. */
export function ClosingHistory({ closings }: ClosingHistoryProps) {
  if (closings.length === 0) return null;
  return (
    <details className={forms.disclosure}>
      <summary>
        {closings.length === 1 ? 'A closing that is over' : `${closings.length} closings that are over`}
      </summary>
      <ol className={styles.history} reversed>
        {closings.map((closing) => (
          <li key={closing.closingId}>
            <span className="quiet">{formatMoment(closing.endedAt ?? closing.startedAt)}</span>{' '}
            <strong>{endWords(closing)}</strong>
            {closing.reason && <p>{closing.reason}</p>}
            {closing.leftOpen.map(({ owner, state, openCount, items }) => (
              <div key={owner} className={styles.left}>
                {owners[owner].label}: {state === 'missing' ? 'had not answered' : `${openCount} open`}
                <OpenItems items={items} count={openCount} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
