import { Button } from '@mantine/core';
import type { HeatMapRow } from '@meridian/contracts-resourcing';
import { formatDay, isoWeek } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatPercent } from '../money/format-money.js';
import parts from '../parts/parts.module.css';
import styles from './capacity.module.css';
import { cellWords, hours } from './cell-words.js';
import { cellOf } from './heat-rows.js';
import type { HeatRow } from './heat-rows.js';

interface CellPanelProps {
  readonly row: HeatRow;
  readonly week: number;
  readonly monday: string;
  readonly onFocusPerson: (name: string) => void;
}

/** What lies behind a cell: whose hours they are, and how much is too much for whom. */
export function CellPanel({ row, week, monday, onFocusPerson }: CellPanelProps) {
  const cell = row.cells[week];
  if (!cell) return null;
  const isGroup = row.people.length > 1 || row.people[0]?.personId !== row.key;
  return (
    <section
      className={styles.behind}
      aria-label={`Behind ${row.name}, week ${isoWeek(monday)}`}
      role="status"
    >
      <h3>
        {row.name}, week {isoWeek(monday)} <span className="quiet">from {formatDay(monday)}</span>
      </h3>
      <p>{sentence(cellWords(cell))}</p>
      {isGroup ? (
        <Members people={row.people} week={week} onFocusPerson={onFocusPerson} />
      ) : (
        <p className="quiet">
          {row.note}.{' '}
          {row.weeksOver === 0
            ? 'No week shown is above capacity.'
            : `Above capacity in ${row.weeksOver} of ${row.cells.length} weeks, ${hours(row.overMinutes)} hours in all.`}
        </p>
      )}
    </section>
  );
}

type MembersProps = Pick<CellPanelProps, 'week' | 'onFocusPerson'> & {
  readonly people: readonly HeatMapRow[];
};

function Members({ people, week, onFocusPerson }: MembersProps) {
  const told = people
    .map((person) => ({ person, cell: cellOf([person], week) }))
    .sort(
      (one, other) =>
        other.cell.overMinutes - one.cell.overMinutes || other.cell.bookedMinutes - one.cell.bookedMinutes,
    );
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="People behind the cell">
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {['Booked', 'Available', 'Load'].map((title) => (
              <th key={title} scope="col" className={parts.number}>
                {title}
              </th>
            ))}
            <th scope="col">Room</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ person, cell }) => (
            <tr key={person.personId}>
              <td>
                <Button size="compact-xs" variant="subtle" onClick={() => onFocusPerson(person.name)}>
                  {person.name}
                </Button>{' '}
                <span className="quiet">{person.role}</span>
              </td>
              <td className={parts.number}>{hours(cell.bookedMinutes)} h</td>
              <td className={parts.number}>{hours(cell.capacityMinutes)} h</td>
              <td className={parts.number}>{cell.percent === null ? 'away' : formatPercent(cell.percent)}</td>
              <td>
                {cell.overMinutes > 0 ? (
                  <HealthBadge state="off-track" word={`${hours(cell.overMinutes)} h too many`} />
                ) : (
                  <HealthBadge
                    state="on-track"
                    word={`${hours(cell.capacityMinutes - cell.bookedMinutes)} h free`}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
