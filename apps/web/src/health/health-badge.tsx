import {
  IconAlertCircleFilled,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import { healthWords } from './health-state.js';
import type { HealthState } from './health-state.js';
import styles from './health.module.css';

const icons = {
  'on-track': IconCircleCheckFilled,
  'at-risk': IconAlertTriangleFilled,
  'off-track': IconAlertCircleFilled,
  unknown: IconHelpCircleFilled,
};

interface HealthBadgeProps {
  readonly state: HealthState;
  /** Instead of the word of the state, for example the kind of a line. */
  readonly word?: string;
  readonly reason?: string;
}

/** Health as shape, word and colour, never colour alone. */
export function HealthBadge({ state, word, reason }: HealthBadgeProps) {
  return (
    <span className={styles.badge} data-state={state} title={reason}>
      <HealthIcon state={state} />
      {word ?? healthWords[state]}
    </span>
  );
}

export function HealthIcon({ state, size = 14 }: { readonly state: HealthState; readonly size?: number }) {
  const Icon = icons[state];
  return <Icon size={size} aria-hidden className={styles.icon} data-state={state} />;
}
