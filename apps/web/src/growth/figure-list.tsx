import type { PerformanceFigure } from '@meridian/contracts-resourcing';
import { formatDay } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import { denominatorText, missingText, rowText, shareText, titleOf } from './figure-words.js';
import styles from './growth.module.css';

/** Six figures side by side, each with both numbers and all that is behind it. */
export function FigureList({ figures }: { readonly figures: readonly PerformanceFigure[] }) {
  return (
    <ul className={styles.figures}>
      {figures.map((figure) => (
        <li key={figure.kind}>
          <h3>{titleOf(figure)}</h3>
          <p className={styles.share} data-enough={figure.isEnough}>
            {shareText(figure)}
          </p>
          <p className={styles.under}>{denominatorText(figure)}</p>
          {!figure.isEnough && <p className={styles.under}>{missingText(figure)}</p>}
          {figure.lowPercent !== undefined && (
            <p className={styles.under}>
              Half of the tasks took {figure.lowPercent} to {figure.highPercent} % of the estimate
            </p>
          )}
          {figure.rows.length > 0 && <Rows figure={figure} />}
        </li>
      ))}
    </ul>
  );
}

function Rows({ figure }: { readonly figure: PerformanceFigure }) {
  const { rows } = figure;
  return (
    <details className={forms.disclosure}>
      <summary>What is behind it ({rows.length})</summary>
      <ul className={styles.rows}>
        {rows.map((row, at) => (
          <li key={`${row.taskId ?? row.day ?? ''} ${at}`}>
            <strong>{figure.ofWhat.includes('minutes') && row.day ? formatDay(row.day) : row.name}</strong>
            <span>{rowText(figure, row)}</span>
            <small>{row.note}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
