import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount, formatMoneyRounded } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import sideBySide from '../parts/side-by-side.module.css';
import { LimitRows } from './limit-rows.js';
import { measureWords, nextBestWords, proofWords, sensitivityWords } from './scenario-words.js';
import styles from './scenarios.module.css';
import { candidateRows } from './side-by-side.js';
import { StateBadge } from './state-badge.js';
import { valueWords } from './value-words.js';
import { worthWords } from './worth-words.js';

/** The chosen scenarios, a column each: figures, projects, use of money and people, next best, worth of more. */
export function ComparisonTable({ scenarios }: { readonly scenarios: readonly ScenarioFigures[] }) {
  if (scenarios.length === 0)
    return (
      <Panel title="Side by side">
        <EmptyState title="No scenario is chosen">
          Tick two to four of the list above to compare them.
        </EmptyState>
      </Panel>
    );
  const columns = scenarios.length + 1;
  const amount = (minor: string, { currency }: ScenarioFigures): string =>
    formatMoneyRounded(minor, currency);
  return (
    <Panel title="Side by side" note="what differs is marked">
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Scenarios side by side">
        <table
          className={`${parts.table} ${sideBySide.table} ${styles.beside}`}
          data-columns={scenarios.length}
        >
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">What</span>
              </th>
              {scenarios.map(({ scenarioId, name, state }) => (
                <th key={scenarioId} scope="col">
                  <strong>{name}</strong> <StateBadge state={state} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row title="Value" scenarios={scenarios} isStrong cell={(one) => valueWords(one.value, one)} />
            <Row title="Valued by" scenarios={scenarios} cell={measureWords} />
            <Row title="Cost" scenarios={scenarios} cell={(one) => amount(one.costMinor, one)} />
            <Row title="How good it is" scenarios={scenarios} cell={proofWords} />
            <Row
              title="No selection is worth more than"
              scenarios={scenarios}
              cell={(one) =>
                one.bound === undefined ? 'not known' : valueWords(String(Math.round(one.bound)), one)
              }
            />
            <Row title="Next best" scenarios={scenarios} cell={nextBestWords} />
            <Row
              title="Worth of more"
              scenarios={scenarios}
              cell={(one) =>
                one.worth.length === 0 ? (
                  'was not asked for'
                ) : (
                  <ul className={styles.worth}>
                    {one.worth.map((worth) => (
                      <li key={`${worth.role ?? ''} ${worth.period}`}>{worthWords(worth, one)}</li>
                    ))}
                  </ul>
                )
              }
            />
            <Row
              title="How firm the choice is"
              scenarios={scenarios}
              cell={(one) =>
                one.sensitivity === undefined ? (
                  'was not asked for'
                ) : (
                  <>
                    <ul className={styles.worth}>
                      {one.sensitivity.map((candidate) => (
                        <li key={candidate.candidateId}>{sensitivityWords(candidate, one)}</li>
                      ))}
                    </ul>
                    {one.sensitivity.some(({ isProven }) => !isProven) && (
                      <span className="quiet">Where it is not proven, the choice may change earlier.</span>
                    )}
                  </>
                )
              }
            />
          </tbody>
          <tbody>
            <Section title="Projects" note="and the period they start in" columns={columns} />
            {candidateRows(scenarios).map(({ candidateId, name, startsIn, differs }) => (
              <tr key={candidateId} data-differs={differs || undefined}>
                <th scope="row">
                  {name} <span className={`${styles.candidateCode} quiet`}>{candidateId}</span>
                  {differs && <span className="sr-only"> differs</span>}
                </th>
                {startsIn.map((start, place) => (
                  <td key={scenarios[place]?.scenarioId}>
                    <Start start={start} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <LimitRows scenarios={scenarios} columns={columns} />
        </table>
      </div>
      <p className={styles.count}>
        {scenarios
          .map(({ name, choices }) => {
            const done = choices.filter(({ isDone }) => isDone).length;
            return `${name}: ${formatCount(done)} of ${formatCount(choices.length)} projects`;
          })
          .join('; ')}
        .
      </p>
    </Panel>
  );
}

interface RowProps {
  readonly title: string;
  readonly scenarios: readonly ScenarioFigures[];
  readonly isStrong?: boolean;
  readonly cell: (scenario: ScenarioFigures) => ReactNode;
}

function Row({ title, scenarios, isStrong, cell }: RowProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {scenarios.map((scenario) => (
        <td key={scenario.scenarioId} className={isStrong ? styles.strong : undefined}>
          {cell(scenario)}
        </td>
      ))}
    </tr>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note: string;
  readonly columns: number;
}

/** Begins a part of the table. */
export function Section({ title, note, columns }: SectionProps) {
  return (
    <tr className={styles.section}>
      <th scope="rowgroup" colSpan={columns}>
        {title} <span className="quiet">{note}</span>
      </th>
    </tr>
  );
}

function Start({ start }: { readonly start: string | null | undefined }) {
  if (start === undefined) return <span className="quiet">no candidate</span>;
  if (start === null)
    return (
      <span className={styles.out}>
        <IconMinus size={14} aria-hidden /> left out
      </span>
    );
  return (
    <span className={styles.in}>
      <IconCheck size={14} aria-hidden /> {start}
    </span>
  );
}
