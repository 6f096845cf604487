import { Button } from '@mantine/core';
import type { RiskSimulation, ScheduleRiskReport } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { riskQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { FinishChart } from './finish-chart.js';
import { RiskDrivers } from './risk-drivers.js';
import styles from './schedule.module.css';
import { TaskRisks } from './task-risks.js';
import { useChange } from './use-change.js';

/** How the plan may turn out, and what shapes it most. */
export function RiskPanel({ projectId }: { readonly projectId: string }) {
  const risk = useQuery(riskQuery(projectId));
  return (
    <Panel title="Schedule risk" note={risk.data?.simulation && noteOf(risk.data.simulation)}>
      {risk.error ? (
        <ProblemNotice cause={risk.error} onRetry={() => void risk.refetch()} />
      ) : !risk.data ? (
        <p className="quiet">Reading the simulation…</p>
      ) : (
        <>
          <Simulate projectId={projectId} report={risk.data} />
          {risk.data.simulation && <Simulation simulation={risk.data.simulation} />}
        </>
      )}
    </Panel>
  );
}

interface SimulateProps {
  readonly projectId: string;
  readonly report: ScheduleRiskReport;
}

function Simulate({ projectId, report: { estimateCount, riskCount = 0, simulation } }: SimulateProps) {
  const maySimulate = useMay('project:write');
  const change = useChange(projectId);
  if (estimateCount + riskCount === 0)
    return (
      <EmptyState title="No task has an estimate yet">
        Choose a task in the chart and say how long it takes at best, most likely and at worst, or name in the
        register which tasks a risk delays. From a few of them the simulation tells which finish can be
        promised.
      </EmptyState>
    );
  if (!maySimulate) return null;
  const path = `/v1/projects/${encodeURIComponent(projectId)}/risk-simulations`;
  const isOld = simulation?.isCurrent === false;
  return (
    <div className={forms.form}>
      <Button
        size="xs"
        variant={simulation && !isOld ? 'default' : 'filled'}
        loading={change.isPending}
        onClick={() => change.mutate({ method: 'POST', path, body: {} })}
      >
        {simulation ? 'Simulate again' : 'Simulate'}
      </Button>
      <span className="quiet">
        {formatCount(estimateCount)} tasks have an estimate, {formatCount(riskCount)} risks of the register
        take part.{isOld && ' Plan, estimates or risks changed since the last simulation.'}
      </span>
      <ChangeProblem cause={change.error} />
    </div>
  );
}

function Simulation({ simulation }: { readonly simulation: RiskSimulation }) {
  const { finishes, plannedFinish, plannedConfidence } = simulation;
  const on = new Map(finishes.map((finish) => [finish.percent, finish.on]));
  return (
    <>
      <p className={styles.sums}>
        The planned finish, {formatDay(plannedFinish)}, is kept in {formatPercent(plannedConfidence * 100)} of
        the runs.{' '}
        {[10, 50, 80, 90].map((percent) => `P${percent} ${formatDay(on.get(percent) ?? '')}`).join(', ')}.
      </p>
      <div className={styles.columns}>
        <FinishChart simulation={simulation} />
        <div>
          <RiskDrivers simulation={simulation} />
          <TaskRisks tasks={simulation.tasks} />
        </div>
      </div>
    </>
  );
}

function noteOf({ runs, seed, requestedByName, requestedAt }: RiskSimulation): string {
  return `${formatCount(runs)} runs, seed ${seed}, by ${requestedByName}, ${formatMoment(requestedAt)}`;
}
