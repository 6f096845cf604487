import { Button } from '@mantine/core';
import type { TimeEntry } from '@meridian/contracts-resourcing';
import { formatDay } from '../dates/format-day.js';
import parts from '../parts/parts.module.css';
import { hoursText } from './hours.js';
import styles from './time.module.css';
import { nameOf } from './week-grid.js';

interface ApprovedLinesProps {
  readonly entries: readonly TimeEntry[];
  /** What the next version of the sheet takes back. */
  readonly taken: readonly string[];
  readonly onTake?: ((entryId: string) => void) | undefined;
}

/** Lines that hold: a wrong one is taken back by another, never changed. */
export function ApprovedLines({ entries, taken, onTake }: ApprovedLinesProps) {
  const approved = entries.filter(({ isApproved }) => isApproved);
  if (approved.length === 0) return null;
  const canTake = (entry: TimeEntry) =>
    onTake && !entry.reversesEntryId && (!entry.isReversed || taken.includes(entry.entryId));
  return (
    <section aria-label="Approved lines">
      <h3 className={styles.subhead}>Approved</h3>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Approved lines table">
        <table className={`${parts.table} ${styles.lines}`}>
          <tbody>
            {approved.map((entry) => (
              <tr key={entry.entryId} data-taken={entry.isReversed || taken.includes(entry.entryId)}>
                <td>{formatDay(entry.day)}</td>
                <th scope="row">
                  {nameOf(entry)}
                  {entry.taskName && <span className="quiet">{entry.projectName}</span>}
                </th>
                <td className={parts.number}>{hoursText(entry.minutes)} h</td>
                <td>
                  {canTake(entry) ? (
                    <Button size="compact-xs" variant="default" onClick={() => onTake?.(entry.entryId)}>
                      {taken.includes(entry.entryId) ? 'Keep it' : 'Take back'}
                    </Button>
                  ) : (
                    <span className="quiet">
                      {entry.reversesEntryId ? 'takes a line back' : entry.isReversed ? 'taken back' : ''}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
