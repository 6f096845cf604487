import { Button } from '@mantine/core';
import type { PortfolioHealthFigures, ProgrammeHealth } from '@meridian/contracts-reporting';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MissingPart } from '../gateway/answers.js';
import { HealthIcon } from '../health/health-badge.js';
import health from '../health/health.module.css';
import { compareHealth, healthWords } from '../health/health-state.js';
import type { HealthState } from '../health/health-state.js';
import { EmptyState } from '../parts/empty-state.js';
import { Part } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';
import styles from './today.module.css';

interface ProgrammeHealthPanelProps {
  readonly health: PortfolioHealthFigures | null;
  readonly missing: readonly MissingPart[];
}

const dimensions = [
  ['overall', 'Overall'],
  ['schedule', 'Schedule'],
  ['cost', 'Cost'],
  ['quality', 'Quality'],
  ['resources', 'Resources'],
] as const;

const firstRows = 12;

/** Programmes against the dimensions of health; a cell is the worst of its projects. */
export function ProgrammeHealthPanel({ health: answer, missing }: ProgrammeHealthPanelProps) {
  const [isWhole, setWhole] = useState(false);
  return (
    <Panel title="Programme health" note="the worst state of a programme's projects">
      <Part answer={answer} part="health" missing={missing}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <EmptyState title="No programmes yet">
              A programme appears here with the first project that names it.
            </EmptyState>
          ) : (
            <>
              <HeatMap rows={worstFirst(programmes).slice(0, isWhole ? undefined : firstRows)} />
              {programmes.length > firstRows && (
                <Button size="compact-sm" variant="subtle" onClick={() => setWhole(!isWhole)}>
                  {isWhole ? 'Show fewer' : `Show ${programmes.length - firstRows} more programmes`}
                </Button>
              )}
            </>
          )
        }
      </Part>
    </Panel>
  );
}

function HeatMap({ rows }: { readonly rows: readonly ProgrammeHealth[] }) {
  return (
    <div className={styles.heatScroller} tabIndex={0} role="region" aria-label="Programme health table">
      <table className={styles.heat}>
        <thead>
          <tr>
            <th scope="col">Programme</th>
            {dimensions.map(([key, label]) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.programme}>
              <th scope="row">
                <Link to="/" search={(before) => ({ ...before, q: row.programme })} hash="projects">
                  {row.programme}
                </Link>{' '}
                <span className="quiet">({row.projects})</span>
              </th>
              {dimensions.map(([key]) => (
                <td key={key}>
                  <Cell state={row[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ state }: { readonly state: HealthState }) {
  return (
    <span className={health.cell} data-state={state}>
      <HealthIcon state={state} />
      {healthWords[state]}
    </span>
  );
}

function worstFirst(programmes: readonly ProgrammeHealth[]): ProgrammeHealth[] {
  return [...programmes].sort(
    (one, other) => compareHealth(one.overall, other.overall) || other.projects - one.projects,
  );
}
