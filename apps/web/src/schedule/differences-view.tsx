import type { PlanDifferences } from '@meridian/contracts-projects';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { formatCount } from '../money/format-money.js';
import { differenceLines } from './difference-lines.js';
import styles from './schedule.module.css';

interface DifferencesViewProps {
  readonly differences: PlanDifferences;
  /** What it comes from. */
  readonly source?: string;
}

/** What a plan file, or something else, would change in a plan, kind by kind; the first lines of each. */
export function DifferencesView({ differences, source = 'file' }: DifferencesViewProps) {
  const { isSame, finishBefore, finish, shifted, shiftedCount, notes } = differences;
  return (
    <section aria-label={`What the ${source} would change`}>
      <p className={styles.sums}>
        {isSame ? `Nothing of the plan would change by the ${source}.` : finishWords(finishBefore, finish)}
      </p>
      {differenceLines(differences).map(({ title, count, lines }) => (
        <details key={title}>
          <summary>
            {title}: {formatCount(count)}
          </summary>
          <ul className={styles.clashes}>
            {lines.map((line, at) => (
              <li key={`${at} ${line}`}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      {shifted.length > 0 && (
        <details>
          <summary>Dates that move: {formatCount(shiftedCount)}</summary>
          <ul className={styles.clashes}>
            {shifted.map((task, at) => (
              <li key={`${at} ${task.wbs}`}>
                <span className="quiet">{task.wbs}</span> {task.name}: {formatDay(task.finishBefore)} →{' '}
                {formatDay(task.finish)} <span className="quiet">{formatSlip(task.finishDays)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {notes.length > 0 && (
        <ul className={styles.clashes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function finishWords(before: string | undefined, after: string | undefined): string {
  if (!after) return 'The file has no tasks.';
  if (!before) return `The plan would finish on ${formatDay(after)}.`;
  return before === after
    ? `The plan would still finish on ${formatDay(after)}.`
    : `The plan would finish on ${formatDay(after)} in place of ${formatDay(before)}.`;
}
