import type { PersonTimeFigures, PersonTimeWeek } from '@meridian/contracts-resourcing';
import { formatDayShort, isoWeek, today } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatPercent } from '../money/format-money.js';
import parts from '../parts/parts.module.css';
import { gapWords, isOver } from './compared-words.js';
import styles from './compared.module.css';
import { hoursText } from './hours.js';
import { dayAfter } from './week-grid.js';

const kinds = [
  { name: 'Held', of: 'allocatedMinutes', mark: 'held' },
  { name: 'Planned', of: 'plannedMinutes', mark: 'planned' },
  { name: 'Logged', of: 'loggedMinutes', mark: 'logged' },
] as const;

/** A row for each week: three bars against the time there was, and the gap in words. */
export function ComparedTable({ figures: { weeks } }: { readonly figures: PersonTimeFigures }) {
  const most = Math.max(
    1,
    ...weeks.flatMap((week) => [week.grossMinutes, ...kinds.map(({ of }) => week[of])]),
  );
  const monday = mondayOf(today());
  return (
    <>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Weeks compared">
        <table className={`${parts.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col" className={parts.number}>
                Time there is
              </th>
              <th scope="col" className={styles.wide}>
                Held, planned, logged
              </th>
              {kinds.map(({ name }) => (
                <th key={name} scope="col" className={parts.number}>
                  {name}
                </th>
              ))}
              <th scope="col" className={parts.number} title="Logged for projects of the time net of leave">
                Utilisation
              </th>
              <th scope="col">Gap</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <Row key={week.weekStart} week={week} most={most} isOver={isOver(week.weekStart, monday)} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.key}>
        {kinds.map(({ name, mark }) => (
          <li key={mark}>
            <svg width={10} height={10} aria-hidden>
              <rect data-mark={mark} width={10} height={10} rx={2} />
            </svg>
            {name.toLowerCase()}
          </li>
        ))}
        <li>
          <svg width={10} height={10} aria-hidden>
            <line className={styles.there} x1={5} x2={5} y1={0} y2={10} />
          </svg>
          time there is
        </li>
      </ul>
    </>
  );
}

interface RowProps {
  readonly week: PersonTimeWeek;
  readonly most: number;
  readonly isOver: boolean;
}

function Row({ week, most, isOver: isPast }: RowProps) {
  const { weekStart, grossMinutes, leaveMinutes, utilisation } = week;
  const net = grossMinutes - leaveMinutes;
  const share = utilisation.find(({ basis }) => basis === 'net-of-leave')?.percent;
  return (
    <tr>
      <td>
        {isoWeek(weekStart)} <span className="quiet">from {formatDayShort(weekStart)}</span>
      </td>
      <td className={parts.number}>
        {hoursText(net) || '0'} h
        {leaveMinutes > 0 && (
          <span className={`${styles.under} quiet`}>{hoursText(leaveMinutes)} h leave</span>
        )}
      </td>
      <td>
        <svg className={styles.bars} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden>
          {kinds.map(({ of, mark }, place) => (
            <rect
              key={mark}
              data-mark={mark}
              y={1 + place * 6.5}
              width={(Math.max(0, week[of]) / most) * 100}
              height={5}
            />
          ))}
          <line
            className={styles.there}
            x1={(net / most) * 100}
            x2={(net / most) * 100}
            y1={0}
            y2={20}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      </td>
      {kinds.map(({ of, name }) => (
        <td key={name} className={parts.number}>
          {hoursText(week[of]) || '0'} h
        </td>
      ))}
      <td className={parts.number}>{share === undefined ? '–' : formatPercent(share)}</td>
      <td>{isPast ? <HealthBadge {...gapWords(week)} /> : <span className="quiet">not over yet</span>}</td>
    </tr>
  );
}

function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return dayAfter(day, -sinceMonday);
}
