import type { LifecycleReport } from '@meridian/contracts-projects';
import { formatMoment } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import styles from './lifecycle.module.css';
import { reasonWords, stepWords } from './way-words.js';

/** Every step of a life, the last one first: who, why, and what the guards found. */
export function LifeHistory({ transitions }: Pick<LifecycleReport, 'transitions'>) {
  if (transitions.length === 0) return null;
  return (
    <details className={forms.disclosure}>
      <summary>History of {transitions.length === 1 ? 'one step' : `${transitions.length} steps`}</summary>
      <ol className={styles.history} reversed>
        {transitions.toReversed().map((step) => (
          <li key={step.number}>
            <span className="quiet">{formatMoment(step.at)}</span> <strong>{stepWords(step)}</strong>
            <p>
              {step.reasonCode && `${reasonWords(step.reasonCode)}. `}
              {step.reason}
              {step.evidence && <span className="quiet"> Rests on: {step.evidence}</span>}
            </p>
            {step.checked.length > 0 && (
              <p className="quiet">Checked: {step.checked.map(({ found }) => found).join('; ')}</p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
