import type { LedgerStatementLines } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { formatMoney } from '../money/format-money.js';
import styles from './budget.module.css';

interface BalanceSentenceProps {
  readonly statement: LedgerStatementLines;
  readonly currency: string;
}

const fields = [
  ['granted', 'grantedMinor'],
  ['spent', 'actualMinor'],
  ['received', 'accruedMinor'],
  ['ordered', 'committedMinor'],
  ['reserved', 'reservedMinor'],
  ['available', 'availableMinor'],
] as const;

/** Where the place itself stood at the end of the day, its fiscal periods together; what was given on is not in it. */
export function BalanceSentence({ statement, currency }: BalanceSentenceProps) {
  const { asOf, balances, labour } = statement;
  const told = fields
    .map(([word, field]) => {
      const sum = balances.reduce((all, balance) => all + BigInt(balance[field]), 0n);
      return { word, minor: sum.toString() };
    })
    .filter(({ word, minor }) => minor !== '0' || word === 'granted' || word === 'available');
  return (
    <p className={styles.sentence}>
      On {formatDay(asOf)}, without what it gave on:{' '}
      {told.map(({ word, minor }) => `${formatMoney(minor, currency)} ${word}`).join(', ')}.
      {labour === 'left-out' &&
        ' The cost of labour is not in it: a line of it would tell what one person costs.'}
    </p>
  );
}
