import type { CostCurve } from './curve-points.js';
import { formatMoneyShort } from './format-money.js';
import styles from './money.module.css';

interface CurveLegendProps {
  readonly curve: CostCurve;
  readonly currency: string;
}

const names = [
  ['planned', 'Budget'],
  ['earned', 'Earned'],
  ['actual', 'Actual cost'],
  ['forecast', 'EAC'],
] as const;

/** The same names and figures as beside the lines, where a narrow screen has no room for them. */
export function CurveLegend({ curve, currency }: CurveLegendProps) {
  return (
    <ul className={styles.legend}>
      {names.map(([line, name]) => {
        const last = curve[line].at(-1);
        return last ? (
          <li key={line}>
            <svg width={22} height={8} aria-hidden>
              <line className={styles.line} data-line={line} x1={1} x2={21} y1={4} y2={4} />
            </svg>
            {name} <strong>{formatMoneyShort(String(last.minor), currency)}</strong>
          </li>
        ) : null;
      })}
    </ul>
  );
}
