import type { RiskSimulation } from '@meridian/contracts-projects';
import { formatCount, formatMoney, formatPercent } from '../money/format-money.js';
import forms from '../parts/forms.module.css';
import styles from './schedule.module.css';

const shown = 12;
const minutesPerDay = 480;

/** Which risks of the register drive P80: what it gains without each of them. */
export function RiskDrivers({ simulation }: { readonly simulation: RiskSimulation }) {
  const { risks = [], riskCosts, currency } = simulation;
  if (risks.length === 0) return null;
  const cost = new Map(riskCosts?.map(({ percent, costMinor }) => [percent, costMinor]));
  return (
    <>
      <table className={styles.runs}>
        <caption className={forms.subhead}>Which risks drive P80</caption>
        <thead>
          <tr>
            <th scope="col">Risk</th>
            <th scope="col" title="Share of the runs in which it happened">
              Happened
            </th>
            <th scope="col" title="By how many days P80 is earlier without this risk alone">
              P80 without it
            </th>
            <th scope="col" title="That as a share of how much P80 is later than planned">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {risks.slice(0, shown).map(({ entryId, number, title, frequency, p80SavedMinutes, p80Share }) => (
            <tr key={entryId}>
              <td>
                <span className="quiet">{number}</span> {title}
              </td>
              <td>{formatPercent(frequency * 100)}</td>
              <td>{p80SavedMinutes === undefined ? '–' : earlier(p80SavedMinutes)}</td>
              <td>{p80Share === undefined ? '–' : formatPercent(p80Share * 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {currency && cost.size > 0 && (
        <p className={styles.sums}>
          What the risks cost together, less what opportunities save, stays within{' '}
          {formatMoney(cost.get(50) ?? '0', currency)} in half of the runs, within{' '}
          {formatMoney(cost.get(80) ?? '0', currency)} in 80 percent: that is the reserve.
        </p>
      )}
    </>
  );
}

function earlier(minutes: number): string {
  const days = Math.round((minutes / minutesPerDay) * 10) / 10;
  if (days === 0) return 'the same';
  return `${formatCount(Math.abs(days))} days ${days > 0 ? 'earlier' : 'later'}`;
}
