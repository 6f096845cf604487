import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { formatCount, formatMoneyShort, formatPercent } from '../money/format-money.js';
import { Section } from './comparison-table.js';
import styles from './scenarios.module.css';
import { limitRows } from './side-by-side.js';
import type { LimitRow, LimitUse } from './side-by-side.js';
import { priceWords } from './value-words.js';

interface LimitRowsProps {
  readonly scenarios: readonly ScenarioFigures[];
  readonly columns: number;
}

/** How much of the money and of each role is used, period by period, and where one more unit would help. */
export function LimitRows({ scenarios, columns }: LimitRowsProps) {
  const rows = limitRows(scenarios);
  return (
    <tbody>
      <Section title="Use of money and people" note="of what there is, period by period" columns={columns} />
      {rows.map((row) => (
        <tr key={`${row.role ?? ''} ${row.period}`}>
          <th scope="row">
            {row.role ?? 'Budget'} <span className="quiet">{row.period}</span>
          </th>
          {row.uses.map((use, place) => {
            const scenario = scenarios[place];
            return (
              <td key={scenario?.scenarioId}>
                {use && scenario && <Use row={row} use={use} scenario={scenario} />}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

const nearlyFull = 95;
const barWidth = 100;

interface UseProps {
  readonly row: LimitRow;
  readonly use: LimitUse;
  readonly scenario: ScenarioFigures;
}

function Use({ row: { role }, use, scenario }: UseProps) {
  const { currency } = scenario;
  const { used, available, percent, pricePerUnit } = use;
  const words = (amount: string): string =>
    role === undefined ? formatMoneyShort(amount, currency) : `${formatCount(Number(amount))} h`;
  const price = priceWords(pricePerUnit, role === undefined, scenario);
  return (
    <div
      className={styles.use}
      title={pricePerUnit > 0 ? `${price}, if parts of projects could be done` : undefined}
    >
      <span>
        <strong>{formatPercent(percent)}</strong>{' '}
        <span className="quiet">
          {words(used)} of {words(available)}
        </span>
      </span>
      <svg viewBox={`0 0 ${barWidth} 5`} preserveAspectRatio="none" aria-hidden>
        <rect className={styles.there} width={barWidth} height={5} />
        <rect
          className={styles.used}
          data-full={percent >= nearlyFull || undefined}
          width={Math.min(percent, barWidth)}
          height={5}
        />
      </svg>
      {pricePerUnit > 0 && <span className={styles.price}>{price}</span>}
    </div>
  );
}
