import type { DependencyLine } from '@meridian/contracts-projects';
import { formatDay } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { Choose } from '../parts/choose.js';
import parts from '../parts/parts.module.css';
import styles from './between.module.css';
import { promiseSlack, promiseStanding, slackWords } from './between-words.js';
import { Other } from './link-table.js';

interface DependencyTableProps {
  readonly lines: readonly DependencyLine[];
  readonly chosenId: string | undefined;
  readonly onChoose: (dependencyId: string) => void;
}

/** Promises by their latest change, with the agreed day beside the computed one. */
export function DependencyTable({ lines, chosenId, onChoose }: DependencyTableProps) {
  return (
    <div className={parts.scroller}>
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Promise</th>
            <th scope="col">Other project</th>
            <th scope="col">Agreed</th>
            <th scope="col">On the table</th>
            <th scope="col">Forecast</th>
            <th scope="col" className={parts.number}>
              Slack
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.dependencyId}
              className={styles.row}
              data-chosen={line.dependencyId === chosenId || undefined}
            >
              <td>
                <Choose
                  className={styles.name}
                  isOpen={line.dependencyId === chosenId}
                  onClick={() => onChoose(line.dependencyId)}
                >
                  {line.name}
                </Choose>
                <small className={styles.under}>
                  {line.direction === 'gives' ? 'given by us' : 'we get it'}
                </small>
              </td>
              <td>
                <Other line={line} />
              </td>
              <td>{dayOr(line.promisedOn)}</td>
              <td>{dayOr(line.offeredOn)}</td>
              <td>{dayOr(line.forecastOn)}</td>
              <td className={parts.number}>{slackWords(promiseSlack(line))}</td>
              <td>
                <HealthBadge {...promiseStanding(line)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayOr(day: string | undefined): string {
  return day === undefined ? '–' : formatDay(day);
}
