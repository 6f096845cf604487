import { Button } from '@mantine/core';
import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { formatMoment } from '../dates/format-day.js';
import { formatMoneyRounded } from '../money/format-money.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import styles from './scenarios.module.css';
import { StateBadge } from './state-badge.js';
import { valueWords } from './value-words.js';

interface ScenarioListProps {
  readonly scenarios: readonly ScenarioFigures[];
  readonly chosen: readonly string[];
  /** How many fit side by side. */
  readonly most: number;
  readonly onChoose: (scenarioIds: readonly string[]) => void;
  readonly onApprove: (scenarioId: string) => void;
  readonly onStartFrom: (scenarioId: string) => void;
}

/** The latest scenarios: which stand side by side, which can be approved or varied. */
export function ScenarioList({
  scenarios,
  chosen,
  most,
  onChoose,
  onApprove,
  onStartFrom,
}: ScenarioListProps) {
  const isFull = chosen.length >= most;
  return (
    <Panel title="All scenarios" note={`${chosen.length} side by side, ${most} at most`}>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Scenarios table">
        <table className={`${parts.table} ${styles.list}`}>
          <thead>
            <tr>
              {['Compare', 'Scenario', 'State'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col" className={parts.number}>
                Value
              </th>
              <th scope="col" className={parts.number}>
                Cost
              </th>
              <th scope="col">Computed</th>
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {scenarios.map(({ scenarioId, name, portfolio, state, currency, ...scenario }) => {
              const isChosen = chosen.includes(scenarioId);
              return (
                <tr key={scenarioId}>
                  <td>
                    <input
                      type="checkbox"
                      className={styles.box}
                      aria-label={`Compare ${name}`}
                      checked={isChosen}
                      disabled={!isChosen && isFull}
                      onChange={() =>
                        onChoose(
                          isChosen ? chosen.filter((one) => one !== scenarioId) : [...chosen, scenarioId],
                        )
                      }
                    />
                  </td>
                  <td>
                    <strong>{name}</strong> <span className="quiet">{portfolio}</span>
                  </td>
                  <td>
                    <StateBadge state={state} />
                  </td>
                  <td className={parts.number}>
                    {valueWords(scenario.value, { currency, valuedBy: scenario.valuedBy })}
                  </td>
                  <td className={parts.number}>{formatMoneyRounded(scenario.costMinor, currency)}</td>
                  <td>
                    {formatMoment(scenario.computedAt)} <span className="quiet">{scenario.computedBy}</span>
                  </td>
                  <td className={styles.actions}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Vary ${name}`}
                      onClick={() => onStartFrom(scenarioId)}
                    >
                      Vary
                    </Button>
                    {state === 'computed' && (
                      <Button
                        size="compact-xs"
                        aria-label={`Approve ${name}`}
                        onClick={() => onApprove(scenarioId)}
                      >
                        Approve…
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
