import type { TimesheetFigures } from '@meridian/contracts-resourcing';
import type { ReactNode } from 'react';
import { formatDay, formatDayShort, dayToMs } from '../dates/format-day.js';
import parts from '../parts/parts.module.css';
import { hoursText, minutesOf } from './hours.js';
import styles from './time.module.css';
import { daysOf, keyOf, sumOf, type GridRow } from './week-grid.js';

interface WeekTableProps {
  readonly sheet: TimesheetFigures;
  readonly rows: readonly GridRow[];
  /** Left out where nothing can be changed. */
  readonly onChange?: ((rows: readonly GridRow[]) => void) | undefined;
}

const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' });

/** Work against days, in hours; sums at both ends, next to the time the person has. */
export function WeekTable({ sheet, rows, onChange }: WeekTableProps) {
  const days = daysOf(sheet.weekStart);
  const { lockedThrough = '', planned, capacityMinutes } = sheet;
  const plannedFor = (row: GridRow) => planned.find((one) => keyOf({ ...one, name: '' }) === keyOf(row));
  const write = (at: number, day: number, text: string): void =>
    onChange?.(rows.map((row, place) => (place === at ? { ...row, hours: row.hours.with(day, text) } : row)));
  const approved = days.map((day) => minutesOn(sheet, day));
  const sums = days.map((_, at) => (approved[at] ?? 0) + sumOf(rows.map(({ hours }) => hours[at] ?? '')));
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Hours by day">
      <table className={`${parts.table} ${styles.week}`}>
        <thead>
          <tr>
            <th scope="col">Work</th>
            {days.map((day) => (
              <th key={day} scope="col" className={parts.number} title={formatDay(day)}>
                {weekday.format(dayToMs(day))}
                <span className="quiet">{formatDayShort(day)}</span>
              </th>
            ))}
            <th scope="col" className={parts.number}>
              Sum
            </th>
            <th scope="col" className={parts.number}>
              Planned
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={keyOf(row)}>
              <th scope="row">
                {row.name}
                {row.below && <span className="quiet">{row.below}</span>}
              </th>
              {days.map((day, place) => (
                <td key={day} className={parts.number}>
                  {onChange && day > lockedThrough ? (
                    <input
                      className={styles.hours}
                      inputMode="decimal"
                      aria-label={`${row.name}, ${formatDay(day)}, hours`}
                      aria-invalid={minutesOf(row.hours[place] ?? '') === undefined}
                      value={row.hours[place]}
                      onChange={({ currentTarget }) => write(at, place, currentTarget.value)}
                    />
                  ) : (
                    row.hours[place]
                  )}
                </td>
              ))}
              <td className={parts.number}>{hoursText(sumOf(row.hours)) || '0'}</td>
              <td className={`${parts.number} quiet`}>{hoursText(plannedFor(row)?.plannedMinutes ?? 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {approved.some((minutes) => minutes !== 0) && (
            <SumRow name="Approved" minutes={approved}>
              <td />
            </SumRow>
          )}
          <SumRow name="Sum" minutes={sums}>
            <td className={`${parts.number} quiet`}>of {hoursText(capacityMinutes) || '0'} h</td>
          </SumRow>
        </tfoot>
      </table>
    </div>
  );
}

interface SumRowProps {
  readonly name: string;
  readonly minutes: readonly number[];
  /** What stands under the planned hours. */
  readonly children: ReactNode;
}

function SumRow({ name, minutes, children }: SumRowProps) {
  const total = minutes.reduce((sum, one) => sum + one, 0);
  return (
    <tr>
      <th scope="row">{name}</th>
      {minutes.map((one, day) => (
        <td key={day} className={parts.number}>
          {hoursText(one) || '0'}
        </td>
      ))}
      <td className={parts.number}>
        <strong>{hoursText(total) || '0'}</strong>
      </td>
      {children}
    </tr>
  );
}

/** Lines that cannot be changed in the grid: approved ones, and those that take one back. */
function minutesOn({ entries }: TimesheetFigures, day: string): number {
  return entries
    .filter((entry) => entry.day === day && (entry.isApproved || entry.reversesEntryId !== undefined))
    .reduce((sum, { minutes }) => sum + minutes, 0);
}
