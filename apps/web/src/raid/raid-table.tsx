import type { RaidLine } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatCount, formatMoney, formatPercent } from '../money/format-money.js';
import { Choose } from '../parts/choose.js';
import parts from '../parts/parts.module.css';
import styles from './raid.module.css';
import { kindWord, standingOf } from './raid-words.js';

interface RaidTableProps {
  readonly entries: readonly RaidLine[];
  readonly chosenId?: string;
  /** A table of one project chooses; without it the entries lead to their projects. */
  readonly onChoose?: (entryId: string) => void;
}

/** Entries with what they may cost or save; the exposure is probability times impact of the assessment in force. */
export function RaidTable({ entries, chosenId, onChoose }: RaidTableProps) {
  return (
    <div className={parts.scroller}>
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">Kind</th>
            <th scope="col">Owner</th>
            <th scope="col" className={parts.number}>
              Probability
            </th>
            <th
              scope="col"
              className={parts.number}
              title="Probability times cost, with the response in place; negative is what an opportunity is expected to save"
            >
              Exposure
            </th>
            <th scope="col" className={parts.number} title="Probability times days">
              Days
            </th>
            <th scope="col">Due</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr
              key={entry.entryId}
              data-chosen={entry.entryId === chosenId || undefined}
              className={styles.row}
            >
              <td className={styles.title}>
                <Name entry={entry} chosenId={chosenId} onChoose={onChoose} />
              </td>
              <td>{kindWord(entry)}</td>
              <td>{entry.ownerName}</td>
              <td className={parts.number}>
                {formatPercent((entry.residual ?? entry.inherent).probabilityPercent)}
              </td>
              <td className={parts.number}>
                {formatMoney(entry.signedExposureMinor ?? entry.exposureMinor, entry.currency)}
              </td>
              <td className={parts.number}>{formatCount(entry.signedExposureDays ?? entry.exposureDays)}</td>
              <td>{entry.dueOn ? formatDay(entry.dueOn) : '–'}</td>
              <td>
                <HealthBadge {...standingOf(entry)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Name({ entry, chosenId, onChoose }: Omit<RaidTableProps, 'entries'> & { readonly entry: RaidLine }) {
  if (!onChoose)
    return (
      <>
        <Link to="/projects/$projectId" params={{ projectId: entry.projectId }} hash="raid">
          {entry.title}
        </Link>{' '}
        <span className="quiet">{entry.projectName}</span>
      </>
    );
  return (
    <Choose isOpen={entry.entryId === chosenId} onClick={() => onChoose(entry.entryId)}>
      <span className="quiet">{entry.number}</span> {entry.title}
    </Choose>
  );
}
