import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface FigureProps {
  /** What is compared: the text people see. */
  readonly value: string;
  readonly children?: ReactNode;
}

/** A figure that lights up briefly when it changes while one looks at it. */
export function Figure({ value, children }: FigureProps) {
  const [seen, setSeen] = useState({ value, changes: 0 });
  useEffect(() => {
    setSeen((before) => (before.value === value ? before : { value, changes: before.changes + 1 }));
  }, [value]);
  return (
    <span key={seen.changes} className={seen.changes > 0 ? styles.changed : undefined}>
      {children ?? value}
    </span>
  );
}
