import { IconCheck } from '@tabler/icons-react';
import type { LifecycleReport } from '@meridian/contracts-projects';
import { formatDay } from '../dates/format-day.js';
import { stageWords } from '../projects/stage-words.js';
import styles from './lifecycle.module.css';
import { trackSteps, type TrackStep } from './track-steps.js';

/** The stages of a life on one line: passed, now, to come. */
export function StageTrack({ life }: { readonly life: LifecycleReport }) {
  return (
    <ol className={styles.track} aria-label="Stages">
      {trackSteps(life).map((step, at) => (
        <li
          key={step.stage}
          className={styles.step}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden>
            {step.state === 'passed' ? <IconCheck size={14} stroke={3} /> : at + 1}
          </span>
          <strong>{stageWords(step.stage)}</strong>
          <span className="quiet">{underWords(step)}</span>
        </li>
      ))}
    </ol>
  );
}

function underWords({ state, since }: TrackStep): string {
  if (state === 'left-out') return 'not passed';
  if (since === undefined) return state === 'now' ? 'now' : '';
  return state === 'now' ? `since ${formatDay(since)}` : formatDay(since);
}
