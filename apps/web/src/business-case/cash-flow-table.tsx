import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { formatMoneyRounded } from '../money/format-money.js';
import parts from '../parts/parts.module.css';
import { cashPoints } from './cash-points.js';

/** The figures of the chart. */
export function CashFlowTable({ version }: { readonly version: BusinessCaseFigures }) {
  const { flows, currency } = version;
  const amount = (minor: bigint) => (
    <td className={parts.number}>{minor === 0n ? '–' : formatMoneyRounded(minor.toString(), currency)}</td>
  );
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Cash flow by period">
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            <th scope="col">Period</th>
            {['Comes in', 'Goes out', 'Sum so far'].map((title) => (
              <th key={title} scope="col" className={parts.number}>
                {title}
              </th>
            ))}
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {cashPoints(version).map(({ period, inMinor, outMinor, sumMinor }, place) => (
            <tr key={`${place} ${period}`}>
              <th scope="row">{period}</th>
              {amount(inMinor)}
              {amount(outMinor)}
              {amount(sumMinor)}
              <td>{flows[place - 1]?.what ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
