import type { LiveState } from './live-connection.js';
import styles from './live-indicator.module.css';

const words: Record<LiveState, { short: string; long: string }> = {
  connecting: { short: 'Connecting', long: 'The live connection is being opened.' },
  live: { short: 'Live', long: 'Changes appear here as they happen.' },
  interrupted: {
    short: 'Reconnecting',
    long: 'Figures are as of the last update; the connection is tried again.',
  },
};

/** Says whether the page follows what happens. */
export function LiveIndicator({ state }: { readonly state: LiveState }) {
  return (
    <span className={styles.indicator} data-state={state} role="status" title={words[state].long}>
      <span className={styles.dot} aria-hidden />
      <span className={styles.word}>{words[state].short}</span>
    </span>
  );
}
