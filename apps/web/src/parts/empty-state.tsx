import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Nothing to show: says why, and what would bring something here. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className={styles.calm}>
      <strong>{title}</strong>
      <p>{children}</p>
    </div>
  );
}
