import type { ProposedMove } from '@meridian/contracts-resourcing';
import { Link } from '@tanstack/react-router';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatDay, formatSlip } from '../dates/format-day.js';
import parts from '../parts/parts.module.css';
import { reasonWords } from './levelling-words.js';
import styles from './levelling.module.css';

interface MovesTableProps {
  readonly moves: readonly ProposedMove[];
  /** Names by project id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every task that starts later than planned, and why it cannot start a day earlier. */
export function MovesTable({ moves, names }: MovesTableProps) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Tasks that move">
      <table className={`${parts.table} ${styles.moves}`}>
        <thead>
          <tr>
            {['Task', 'As planned', 'Proposed'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className={parts.number}>
              Later by
            </th>
            <th scope="col">Why not a day earlier</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.taskId}>
              <td>
                {move.taskName}{' '}
                <Link
                  to="/projects/$projectId"
                  params={{ projectId: move.projectId }}
                  className={styles.project}
                >
                  {names.get(move.projectId) ?? 'its project'}
                </Link>
              </td>
              <td>
                {formatDay(move.startBefore)} – {formatDay(move.finishBefore)}
              </td>
              <td>
                {formatDay(move.startAfter)} – {formatDay(move.finishAfter)}
              </td>
              <td className={parts.number}>{formatSlip(move.delayDays)}</td>
              <td>
                <strong>{reasonWords(move.reason.kind)}:</strong> {withReadableDays(move.reason.sentence)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
