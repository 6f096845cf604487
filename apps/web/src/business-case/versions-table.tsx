import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { formatMoment } from '../dates/format-day.js';
import { formatPercent } from '../money/format-money.js';
import parts from '../parts/parts.module.css';
import sideBySide from '../parts/side-by-side.module.css';
import styles from './business-case.module.css';
import { caseRows, changeOf, gateWords } from './case-words.js';
import type { CaseChange } from './case-words.js';

/** Every version of the business case, the latest first, each with its difference from the one before. */
export function VersionsTable({ versions }: { readonly versions: readonly BusinessCaseFigures[] }) {
  const told = (name: string, words: (version: BusinessCaseFigures) => string) => (
    <tr>
      <th scope="row">{name}</th>
      {versions.map((version) => (
        <td key={version.version}>{words(version)}</td>
      ))}
    </tr>
  );
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Versions of the business case">
      <table
        className={`${parts.table} ${sideBySide.table} ${styles.versions}`}
        data-columns={Math.min(versions.length, 4)}
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Figure</span>
            </th>
            {versions.map(({ version, recordedAt, recordedBy }, place) => (
              <th key={version} scope="col">
                Version {version}
                {place === 0 && ', now'}{' '}
                <span className="quiet">
                  {formatMoment(recordedAt)}, {recordedBy}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told('Gates', gateWords)}
          {caseRows.map((row) => (
            <tr key={row.name}>
              <th scope="row" title={row.formula}>
                {row.name} <span className="quiet">{row.formula}</span>
              </th>
              {versions.map((version, place) => (
                <td key={version.version}>
                  <strong className="figures">{row.value(version)}</strong>
                  <Change change={changeOf(row, version, versions[place + 1])} />
                </td>
              ))}
            </tr>
          ))}
          {told(
            'Discount rate',
            ({ discountRate }) => `${formatPercent(Number(discountRate) * 100, undefined, 1)} a period`,
          )}
          {told('Why', ({ summary }) => summary)}
          {told('Assumptions', ({ assumptions }) => assumptions || '–')}
        </tbody>
      </table>
    </div>
  );
}

function Change({ change }: { readonly change: CaseChange | undefined }) {
  if (!change) return null;
  const Arrow = change.isBetter ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={styles.change} data-better={change.isBetter}>
      <Arrow size={14} aria-hidden /> {change.words}{' '}
      <span className="sr-only">{change.isBetter ? 'better' : 'worse'}</span>
    </span>
  );
}
