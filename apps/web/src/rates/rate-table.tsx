import type { LabourRateHistory, LabourRateVersion } from '@meridian/contracts-budgeting';
import { Fragment, useState } from 'react';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { formatMoney } from '../money/format-money.js';
import { Choose } from '../parts/choose.js';
import type { PersonNames } from '../people/person-names.js';
import parts from '../parts/parts.module.css';
import { inForce, nextFrom, rateFor } from './rate-words.js';
import styles from './rates.module.css';

interface RateTableProps {
  readonly rates: readonly LabourRateHistory[];
  readonly on: string;
  readonly names: PersonNames;
}

/** Rates, the most specific first; all that was ever recorded of one on demand. */
export function RateTable({ rates, on, names }: RateTableProps) {
  const [openId, setOpen] = useState<string>();
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Rates table">
      <table className={`${parts.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col" className={parts.number}>
              An hour
            </th>
            <th scope="col">Since</th>
            <th scope="col">Next</th>
            <th scope="col">Decision</th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => {
            const isOpen = rate.rateId === openId;
            const now = inForce(rate);
            const next = nextFrom(rate, on);
            return (
              <Fragment key={rate.rateId}>
                <tr>
                  <td>
                    <Choose isOpen={isOpen} onClick={() => setOpen(isOpen ? undefined : rate.rateId)}>
                      {rateFor(rate, names)}
                    </Choose>
                  </td>
                  <td className={`${parts.number} ${styles.amount}`}>{amountOf(now)}</td>
                  <td>
                    {now ? formatDay(now.validFrom) : '–'}
                    {now?.validThrough !== undefined && ` to ${formatDay(now.validThrough)}`}
                  </td>
                  <td>{next ? `${amountOf(next)} from ${formatDay(next.validFrom)}` : '–'}</td>
                  <td>{now?.decision ?? '–'}</td>
                </tr>
                {isOpen && (
                  <tr className={styles.past}>
                    <td colSpan={5}>
                      <ol reversed>
                        {rate.versions.map((version) => (
                          <li key={version.version}>
                            <strong>{amountOf(version)}</strong> from {formatDay(version.validFrom)}
                            {version.validThrough !== undefined &&
                              ` to ${formatDay(version.validThrough)}`}, {version.decision}.{' '}
                            <span className="quiet">
                              {version.recordedBy}, {formatMoment(version.recordedAt)}
                            </span>
                          </li>
                        ))}
                      </ol>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function amountOf(version: LabourRateVersion | undefined): string {
  if (!version) return 'none yet';
  return version.perHourMinor === undefined ? 'ends' : formatMoney(version.perHourMinor, version.currency);
}
