import { Button } from '@mantine/core';
import type { ScheduledTask, TaskEstimate } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { riskQuery } from '../gateway/queries.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { useChange } from './use-change.js';

interface EstimateFormProps {
  readonly projectId: string;
  readonly task: ScheduledTask;
}

const minutesPerDay = 480;
const cases = [
  ['lowMinutes', 'At best'],
  ['likelyMinutes', 'Most likely'],
  ['highMinutes', 'At worst'],
] as const;

/** How long the chosen task may take, in working days of eight hours. */
export function EstimateForm({ projectId, task }: EstimateFormProps) {
  const risk = useQuery(riskQuery(projectId));
  if (!risk.data || task.isSummary || task.isMilestone) return null;
  const estimate = risk.data.estimates.find(({ taskId }) => taskId === task.taskId);
  return (
    <Estimate
      key={`${task.taskId} ${estimate?.version ?? 0}`}
      projectId={projectId}
      task={task}
      estimate={estimate}
    />
  );
}

function Estimate({
  projectId,
  task,
  estimate,
}: EstimateFormProps & { readonly estimate: TaskEstimate | undefined }) {
  const planned = task.durationMinutes;
  const [days, setDays] = useState(() => ({
    lowMinutes: inDays(estimate?.lowMinutes ?? planned),
    likelyMinutes: inDays(estimate?.likelyMinutes ?? planned),
    highMinutes: inDays(estimate?.highMinutes ?? planned),
  }));
  const change = useChange(projectId);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = Object.fromEntries(
      Object.entries(days).map(([name, value]) => [name, Math.round(Number(value) * minutesPerDay)]),
    );
    const path = `/v1/projects/${encodeURIComponent(projectId)}/tasks/${encodeURIComponent(task.taskId)}/estimate`;
    change.mutate({ method: 'PUT', path, body, version: estimate?.version ?? 0 });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Estimate of ${task.name}`}>
      {cases.map(([name, label]) => (
        <label key={name} className={forms.field}>
          <span>{label}, days</span>
          <input
            type="number"
            min={0}
            step="any"
            required
            value={days[name]}
            onChange={({ currentTarget }) => setDays({ ...days, [name]: currentTarget.value })}
          />
        </label>
      ))}
      <Button size="xs" variant="default" type="submit" loading={change.isPending}>
        {estimate ? 'Estimate anew' : 'Estimate'}
      </Button>
      {estimate && <span className="quiet">estimated by {estimate.estimatedByName}</span>}
      <ChangeProblem cause={change.error} />
    </form>
  );
}

function inDays(minutes: number): string {
  return String(Math.round((minutes / minutesPerDay) * 100) / 100);
}
