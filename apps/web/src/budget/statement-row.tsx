import { Button } from '@mantine/core';
import type { LedgerLine } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { useMay } from '../gateway/use-may.js';
import { formatMoney } from '../money/format-money.js';
import { documentOf, postingWords } from '../money/posting-words.js';
import type { PersonNames } from '../people/person-names.js';
import parts from '../parts/parts.module.css';
import styles from './budget.module.css';
import { accountWords } from './kind-words.js';
import { posterWords } from './poster-words.js';
import { ReversalForm } from './reversal-form.js';

interface StatementRowProps {
  readonly line: LedgerLine;
  readonly currency: string;
  readonly names: PersonNames;
  readonly isReversed: boolean;
  /** The first line of its entry carries the way to take it back. */
  readonly isFirst: boolean;
}

export function StatementRow({ line, currency, names, isReversed, isFirst }: StatementRowProps) {
  const mayReverse =
    useMay('budget:approve') === true && isFirst && !isReversed && line.reverses === undefined;
  const [isOpen, setOpen] = useState(false);
  const { number, system } = documentOf(line.reference);
  return (
    <>
      <tr data-reversed={isReversed || undefined} className={styles.line}>
        <td className={styles.entryNo}>{line.entryNo}</td>
        <td title={`recorded ${formatMoment(line.recordedAt)}`}>
          {formatDay(line.postedOn)}
          {line.documentOn !== undefined && (
            <span className="quiet"> document of {formatDay(line.documentOn)}</span>
          )}
        </td>
        <td>
          {postingWords(line.entryKind)} <span className="quiet">{accountWords(line.account)}</span>
        </td>
        <td>
          {number}
          {system && <span className="quiet"> {system}</span>}
        </td>
        <td>{line.decision ?? <span className="quiet">–</span>}</td>
        <td>{posterWords(line, names) ?? <span className="quiet">–</span>}</td>
        <td className={parts.number}>{formatMoney(line.amountMinor, currency)}</td>
        <td>
          {isReversed ? (
            <span className="quiet">taken back</span>
          ) : mayReverse ? (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={isOpen}
              aria-label={`Take back entry ${line.entryNo}`}
              onClick={() => setOpen(!isOpen)}
            >
              Take back
            </Button>
          ) : null}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={8}>
            <ReversalForm line={line} onClose={() => setOpen(false)} />
          </td>
        </tr>
      )}
    </>
  );
}
