import type { StaffingReason } from '@meridian/contracts-resourcing';
import styles from './fit.module.css';

const kindWords: Readonly<Record<StaffingReason['kind'], string>> = {
  skills: 'Skills',
  availability: 'Time',
  continuity: 'Continuity',
  growth: 'Growth wish',
  'cost-grade': 'Cost band',
};

/** Why somebody fits: each reason with its points of 100 as a bar, and in words. */
export function FitReasons({ reasons }: { readonly reasons: readonly StaffingReason[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ kind, points, sentence }) => (
        <li key={kind}>
          <span className={styles.kind}>{kindWords[kind]}</span>
          <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
            <rect className={styles.of} width={100} height={6} rx={1} />
            <rect data-points={points < 40 ? 'low' : 'well'} width={points} height={6} rx={1} />
          </svg>
          <span className={styles.points}>{points}</span>
          <span className={styles.sentence}>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
