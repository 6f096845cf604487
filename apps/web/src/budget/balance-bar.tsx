import type { BudgetBalance } from '@meridian/contracts-budgeting';
import styles from './budget.module.css';

const shares = [
  ['actual', 'actualMinor'],
  ['accrued', 'accruedMinor'],
  ['committed', 'committedMinor'],
  ['reserved', 'reservedMinor'],
] as const;
const width = 100;

/** How much of what was granted is used, and for what; the figures beside it say the same. */
export function BalanceBar({ balance }: { readonly balance: BudgetBalance }) {
  const used = shares.map(([name, field]) => ({ name, amount: Math.max(Number(balance[field]), 0) }));
  const sum = used.reduce((all, { amount }) => all + amount, 0);
  const whole = Math.max(Number(balance.grantedMinor), sum);
  let at = 0;
  return (
    <svg className={styles.bar} viewBox={`0 0 ${width} 6`} preserveAspectRatio="none" aria-hidden>
      <rect className={styles.free} width={width} height={6} />
      {whole > 0 &&
        used.map(({ name, amount }) => {
          const from = at;
          at += (amount / whole) * width;
          return <rect key={name} data-share={name} x={from} width={at - from} height={6} />;
        })}
    </svg>
  );
}
