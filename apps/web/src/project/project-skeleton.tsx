import { Skeleton } from '@mantine/core';
import styles from './project.module.css';

export function ProjectSkeleton() {
  return (
    <div className={styles.page} role="status" aria-label="The project is being loaded">
      <Skeleton height={64} radius={8} />
      <Skeleton height={96} radius={8} />
      <Skeleton height={420} radius={8} />
    </div>
  );
}
