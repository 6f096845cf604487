import type { ReactNode } from 'react';
import { HealthBadge } from '../health/health-badge.js';
import type { HealthState } from '../health/health-state.js';
import { Sparkline } from '../money/sparkline.js';
import { Figure } from '../parts/figure.js';
import styles from './today.module.css';

interface KeyFigureProps {
  readonly title: string;
  readonly value: string;
  /** Where the figure comes from, or what it is compared with. */
  readonly detail?: ReactNode;
  readonly badge?: { readonly state: HealthState; readonly word: string };
  readonly trend?: readonly number[];
  /** A panel of the page that explains the figure. */
  readonly href?: string;
  /** Says that the figure covers more than the portfolio chosen. */
  readonly wide?: string;
  readonly children?: ReactNode;
}

/** A card with one figure. */
export function KeyFigure({ title, value, detail, badge, trend, href, wide, children }: KeyFigureProps) {
  return (
    <div className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{href ? <a href={href}>{title}</a> : title}</h2>
        {badge && <HealthBadge {...badge} />}
      </div>
      <p className={styles.value}>
        <Figure value={value} />
      </p>
      {children}
      <div className={styles.cardFoot}>
        <p>
          {detail}
          {wide && ` (${wide})`}
        </p>
        {trend && <Sparkline values={trend} />}
      </div>
    </div>
  );
}

/** The card of a figure whose service did not answer. */
export function MissingFigure({ title, service }: { readonly title: string; readonly service: string }) {
  return <KeyFigure title={title} value="–" detail={`The ${service} service gave no answer.`} />;
}
