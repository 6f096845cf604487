import type { DependencyLine } from '@meridian/contracts-projects';
import { formatMoment } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import { AnswerForm } from './answer-form.js';
import styles from './between.module.css';
import { stepSentence } from './between-words.js';

interface DependencyDetailProps {
  readonly projectId: string;
  readonly line: DependencyLine;
}

/** The chosen promise: the answer where it is ours to give, and everything that was said. */
export function DependencyDetail({ projectId, line }: DependencyDetailProps) {
  return (
    <section className={styles.detail} aria-label={`Promise: ${line.name}`}>
      <AnswerForm projectId={projectId} line={line} />
      <h4 className={forms.subhead}>History</h4>
      <ol className={styles.history} reversed>
        {line.history.toReversed().map((step) => (
          <li key={`${step.at} ${step.act}`}>
            <span className="quiet">{formatMoment(step.at)}</span> It {stepSentence(step)}.
            {step.note && <blockquote>{step.note}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
