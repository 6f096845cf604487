import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatDay, isoWeek } from '../dates/format-day.js';
import { formatCount } from '../money/format-money.js';
import { loadLevel } from '../people/load-level.js';
import people from '../people/people.module.css';
import styles from './capacity.module.css';
import { cellWords, hours } from './cell-words.js';
import type { HeatCell, HeatRow } from './heat-rows.js';

/** A cell of the heat map: the key of its row, the place of its week. */
export interface CellPlace {
  readonly key: string;
  readonly week: number;
}

interface HeatTableProps {
  readonly rows: readonly HeatRow[];
  /** Mondays. */
  readonly weeks: readonly string[];
  readonly place: CellPlace | undefined;
  readonly onChoose: (place: CellPlace) => void;
}

const steps: Readonly<Record<string, readonly [row: number, week: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Rows against weeks as a grid: one stop of the tabulator, arrows within, Enter for what lies behind a cell. */
export function HeatTable({ rows, weeks, place, onChoose }: HeatTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState({ row: 0, week: 0 });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const row = rows[active.row];
    if (row && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onChoose({ key: row.key, week: active.week });
    }
    if (!step) return;
    event.preventDefault();
    const next = {
      row: within(active.row + step[0], rows.length),
      week: within(active.week + step[1], weeks.length),
    };
    setActive(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.week}"]`)?.focus();
  };
  return (
    <div className={people.scroller}>
      <table
        ref={table}
        role="grid"
        className={`${people.load} ${styles.heat}`}
        onKeyDown={onKeyDown}
        aria-label="Load by week"
      >
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col" title="Hours above capacity in the weeks shown">
              Over
            </th>
            {weeks.map((monday) => (
              <th key={monday} scope="col" title={`Week of ${formatDay(monday)}`}>
                <span className="sr-only">Week </span>
                {isoWeek(monday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name}
                <span className="quiet">{row.note}</span>
              </th>
              <td className={styles.over} data-some={row.overMinutes > 0 || undefined}>
                {row.overMinutes > 0 ? `+${hours(row.overMinutes)} h, ${row.weeksOver} wk` : 'fits'}
              </td>
              {row.cells.map((cell, week) => (
                <Cell
                  key={week}
                  cell={cell}
                  name={`${at} ${week}`}
                  label={`${row.name}, week ${isoWeek(weeks[week] ?? '')}: ${cellWords(cell)}`}
                  isActive={active.row === at && active.week === week}
                  isChosen={place?.key === row.key && place.week === week}
                  onChoose={() => {
                    setActive({ row: at, week });
                    onChoose({ key: row.key, week });
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: HeatCell;
  readonly name: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Cell({ cell, name, label, isActive, isChosen, onChoose }: CellProps) {
  const { percent, overMinutes } = cell;
  return (
    <td
      data-cell={name}
      data-level={
        percent === null ? 'away' : overMinutes > 0 ? loadLevel(Math.max(percent, 101)) : loadLevel(percent)
      }
      tabIndex={isActive ? 0 : -1}
      aria-selected={isChosen}
      title={label}
      onClick={onChoose}
    >
      {percent === null ? (overMinutes > 0 ? '!' : '') : formatCount(percent)}
      {overMinutes > 0 && <small>+{hours(overMinutes)} h</small>}
      <span className="sr-only"> {label}</span>
    </td>
  );
}

function within(place: number, length: number): number {
  return Math.max(0, Math.min(place, length - 1));
}
