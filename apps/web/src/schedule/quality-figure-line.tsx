import type { QualityFigure, QualityVariant } from '@meridian/contracts-projects';
import { formatCount } from '../money/format-money.js';
import { figureWords, thresholdWords } from './figure-words.js';
import styles from './schedule.module.css';
import { Verdict } from './verdict.js';

/** A figure in a line; it opens to its definition, its tasks and links, and to what others count. */
export function QualityFigureLine({ figure }: { readonly figure: QualityFigure }) {
  return (
    <details className={styles.figure}>
      <summary>
        <span className={styles.number}>{figure.point ?? ''}</span>
        <span>{figure.name}</span>
        <span className={styles.value}>{figureWords(figure)}</span>
        <Verdict passes={figure.passes} />
      </summary>
      <p>
        {figure.definition} <span className="quiet">Wanted: {thresholdWords(figure)}.</span>
      </p>
      <Behind figure={figure} />
      {figure.variants.map((variant) => (
        <p key={variant.name}>
          As “{variant.name}”: {figureWords(variant, figure.point)} <Verdict passes={variant.passes} />{' '}
          <span className="quiet">{variant.definition}</span>
        </p>
      ))}
    </details>
  );
}

function Behind({ figure }: { readonly figure: QualityVariant }) {
  const { tasks, taskCount, links, linkCount } = figure;
  const more = taskCount - tasks.length + (linkCount - links.length);
  if (taskCount + linkCount === 0) return null;
  return (
    <ul className={styles.behind}>
      {tasks.map((task) => (
        <li key={task.taskId}>
          <span className="quiet">{task.wbs}</span> {task.name}
        </li>
      ))}
      {links.map((link, index) => (
        <li key={`${index} ${link.fromTaskId}`}>
          {link.fromName} → {link.toName}{' '}
          <span className="quiet">
            {link.kind}
            {link.lagMinutes === 0 ? '' : `, ${formatCount(Math.round(link.lagMinutes / 60))} h`}
          </span>
        </li>
      ))}
      {more > 0 && <li className="quiet">and {formatCount(more)} more</li>}
    </ul>
  );
}
