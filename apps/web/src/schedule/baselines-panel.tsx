import type { BaselineLine } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { baselinesQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { formatMoney } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { ProblemNotice } from '../parts/problem-notice.js';
import forms from '../parts/forms.module.css';
import { BaselineForm } from './baseline-form.js';
import { ComparisonView } from './comparison-view.js';

/** What was promised when and by what decision, and what is other since. */
export function BaselinesPanel({ projectId }: { readonly projectId: string }) {
  const list = useQuery(baselinesQuery(projectId));
  const mayTake = useMay('project:write');
  const baselines = list.data?.baselines ?? [];
  return (
    <Panel title="Baselines" note={list.data && `${baselines.length} taken`}>
      {list.error ? (
        <ProblemNotice cause={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <p className="quiet">Reading the baselines…</p>
      ) : (
        <>
          {mayTake && <BaselineForm projectId={projectId} isFirst={baselines.length === 0} />}
          {baselines.length === 0 ? (
            <EmptyState title="No baseline was taken yet">
              The chart compares with what the plan file promised. A baseline fixes dates, work, cost, scope
              and logic, with who approved it.
            </EmptyState>
          ) : (
            <Baselines projectId={projectId} baselines={baselines} />
          )}
        </>
      )}
    </Panel>
  );
}

interface BaselinesProps {
  readonly projectId: string;
  readonly baselines: readonly BaselineLine[];
}

function Baselines({ projectId, baselines }: BaselinesProps) {
  const [from, setFrom] = useState(baselines[0]?.baselineId ?? '');
  const [to, setTo] = useState('');
  const options = baselines.map(({ baselineId, number, name }) => (
    <option key={baselineId} value={baselineId}>
      {number} {name}
    </option>
  ));
  return (
    <>
      <BaselineTable baselines={baselines} />
      <div className={forms.form}>
        <label className={forms.field}>
          <span>Compare</span>
          <select value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)}>
            {options}
          </select>
        </label>
        <label className={forms.field}>
          <span>with</span>
          <select value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
            <option value="">the plan now</option>
            {options}
          </select>
        </label>
      </div>
      <ComparisonView projectId={projectId} from={from} to={to} />
    </>
  );
}

function BaselineTable({ baselines }: Pick<BaselinesProps, 'baselines'>) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Baselines table">
      <table className={`${parts.table} ${parts.whole}`}>
        <thead>
          <tr>
            {['Baseline', 'Counts from', 'Decision', 'Taken by'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {['Finish', 'Budget'].map((title) => (
              <th key={title} scope="col" className={parts.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {baselines.map((line) => (
            <tr key={line.baselineId}>
              <td>
                {line.number} {line.name}
              </td>
              <td>{formatDay(line.effectiveOn)}</td>
              <td>{line.decision ?? <span className="quiet">–</span>}</td>
              <td>
                {line.takenByName} <span className="quiet">{formatMoment(line.takenAt)}</span>
              </td>
              <td className={parts.number}>{formatDay(line.finish)}</td>
              <td className={parts.number}>{formatMoney(line.budgetMinor, line.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
