import type { TemplateVersionStep } from '@meridian/contracts-projects';
import { formatMoment } from '../dates/format-day.js';
import styles from '../schedule/schedule.module.css';

/** Who decided what of which version, why, and with which lines; the latest first. */
export function DecisionHistory({ steps }: { readonly steps: readonly TemplateVersionStep[] }) {
  return (
    <ol className={styles.clashes} reversed>
      {steps.map(({ number, fromVersion, toVersion, decision, reason, taken, leftOut, ...step }) => (
        <li key={number}>
          <strong>
            Version {toVersion} {decision === 'adopted' ? `adopted, from ${fromVersion}` : 'declined'}
          </strong>{' '}
          <span className="quiet">
            {step.decidedByName}, {formatMoment(step.decidedAt)}
            {step.planVersion === undefined ? '' : `, version ${step.planVersion} of the plan`}
          </span>
          <div>{reason}</div>
          <Lines title="Taken" lines={taken} />
          <Lines title="Left out" lines={leftOut} />
        </li>
      ))}
    </ol>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>
        {title}: {lines.length}
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
