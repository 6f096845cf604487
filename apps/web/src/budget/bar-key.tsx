import styles from './budget.module.css';

const shares = [
  ['actual', 'spent'],
  ['accrued', 'received'],
  ['committed', 'ordered'],
  ['reserved', 'reserved'],
] as const;

/** What the colours of the bars mean. */
export function BarKey() {
  return (
    <ul className={styles.key}>
      {shares.map(([share, word]) => (
        <li key={share}>
          <svg width={10} height={10} aria-hidden>
            <rect data-share={share} width={10} height={10} rx={2} />
          </svg>
          {word}
        </li>
      ))}
      <li>
        <svg width={10} height={10} aria-hidden>
          <rect className={styles.free} width={10} height={10} rx={2} />
        </svg>
        available
      </li>
    </ul>
  );
}
