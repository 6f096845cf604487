import type { CurvePoint } from '@meridian/contracts-budgeting';
import { formatMonth } from '../dates/format-day.js';
import parts from '../parts/parts.module.css';
import { formatMoney } from './format-money.js';
import styles from './money.module.css';

interface CurveTableProps {
  readonly points: readonly CurvePoint[];
  readonly currency: string;
}

/** The figures of the S-curve as a table. */
export function CurveTable({ points, currency }: CurveTableProps) {
  const amount = (minor: string | undefined): string =>
    minor === undefined ? '–' : formatMoney(minor, currency);
  return (
    <div className={styles.curveTable} tabIndex={0} role="region" aria-label="Earned value by month">
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className={parts.number}>
              Planned value
            </th>
            <th scope="col" className={parts.number}>
              Earned value
            </th>
            <th scope="col" className={parts.number}>
              Actual cost
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.period}>
              <th scope="row">{formatMonth(point.period)}</th>
              <td className={parts.number}>{amount(point.pvMinor)}</td>
              <td className={parts.number}>{amount(point.evMinor)}</td>
              <td className={parts.number}>{amount(point.acMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
