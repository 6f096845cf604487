import { Skeleton } from '@mantine/core';
import styles from './today.module.css';

/** Keeps the places of the panels until they arrive. */
export function TodaySkeleton() {
  return (
    <div className={styles.page} role="status" aria-label="Today is being loaded">
      <div className={styles.cards}>
        {['health', 'forecast', 'cost', 'schedule', 'gates', 'people'].map((card) => (
          <Skeleton key={card} height={116} radius={8} />
        ))}
      </div>
      <div className={styles.pair}>
        <Skeleton height={372} radius={8} />
        <Skeleton height={372} radius={8} />
      </div>
      <Skeleton height={240} radius={8} />
    </div>
  );
}
