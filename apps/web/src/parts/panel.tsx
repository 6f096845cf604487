import { useId } from 'react';
import type { ReactNode } from 'react';
import { PanelBoundary } from './panel-boundary.js';
import styles from './parts.module.css';

interface PanelProps {
  readonly title: string;
  /** Beside the title: a count, a switch. */
  readonly side?: ReactNode;
  readonly note?: ReactNode;
  /** Makes the panel reachable by address. */
  readonly anchor?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled part of a page. A defect inside stays inside. */
export function Panel({ title, side, note, anchor, className, children }: PanelProps) {
  const heading = useId();
  return (
    <section
      id={anchor}
      className={`${styles.panel} ${className ?? ''}`}
      aria-labelledby={heading}
      tabIndex={anchor ? -1 : undefined}
    >
      <header className={styles.panelHead}>
        <h2 id={heading}>{title}</h2>
        {note && <span className={styles.note}>{note}</span>}
        {side && <div className={styles.side}>{side}</div>}
      </header>
      <PanelBoundary title={title}>{children}</PanelBoundary>
    </section>
  );
}
