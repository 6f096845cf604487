import { Button } from '@mantine/core';
import type { HitMilestone, ScheduledTask, SlipRipple } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { rippleQuery } from '../gateway/queries.js';
import { formatCount } from '../money/format-money.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import forms from '../parts/forms.module.css';
import { HitProjects } from './hit-projects.js';
import { HitTasks } from './hit-tasks.js';
import styles from './schedule.module.css';

interface RipplePreviewProps {
  readonly projectId: string;
  readonly task: ScheduledTask;
}

const workingWeek = 5;

/** Only work still to come can slip. */
export function canSlip({ isSummary, percentComplete }: ScheduledTask): boolean {
  return !isSummary && percentComplete < 100;
}

/** What would be hit if the chosen task slipped, before anybody saves anything. */
export function RipplePreview({ projectId, task }: RipplePreviewProps) {
  const [days, setDays] = useState(String(workingWeek));
  const [asked, setAsked] = useState<number>();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(Number(days));
  };
  return (
    <>
      <form className={forms.form} onSubmit={submit} aria-label={`What if ${task.name} slips`}>
        <label className={forms.field}>
          <span>If it slips by, working days</span>
          <input
            type="number"
            min={1}
            max={1000}
            step={1}
            required
            value={days}
            onChange={({ currentTarget }) => setDays(currentTarget.value)}
          />
        </label>
        <Button size="xs" variant="default" type="submit">
          Show what is hit
        </Button>
      </form>
      {asked !== undefined && <Preview projectId={projectId} taskId={task.taskId} days={asked} />}
    </>
  );
}

interface PreviewProps {
  readonly projectId: string;
  readonly taskId: string;
  readonly days: number;
}

function Preview({ projectId, taskId, days }: PreviewProps) {
  const ripple = useQuery(rippleQuery(projectId, taskId, days));
  if (ripple.error) return <ProblemNotice cause={ripple.error} onRetry={() => void ripple.refetch()} />;
  if (!ripple.data) return <p className="quiet">Computing the plan with the slip…</p>;
  const { moved, movedCount, tightened, tightenedCount, milestones, newClashes = [] } = ripple.data;
  return (
    <div role="status">
      <p className={styles.sums}>{sumWords(ripple.data)}</p>
      <HitProjects ripple={ripple.data} />
      {milestones.length > 0 && (
        <ul className={styles.clashes}>
          {milestones.map((milestone) => (
            <li key={milestone.milestoneId}>{milestoneWords(milestone)}</li>
          ))}
        </ul>
      )}
      {newClashes.length > 0 && (
        <ul className={styles.clashes}>
          {newClashes.map((clash) => (
            <li key={clash}>{withReadableDays(clash)}</li>
          ))}
        </ul>
      )}
      <div className={styles.columns}>
        {movedCount > 0 && <HitTasks title={`${formatCount(movedCount)} tasks move`} hits={moved} />}
        {tightenedCount > 0 && (
          <HitTasks title={`${formatCount(tightenedCount)} tasks stay and lose float`} hits={tightened} />
        )}
      </div>
    </div>
  );
}

function sumWords({ name, finishBefore, finish, ...rest }: SlipRipple): string {
  const { projectFinish, projectFinishDays, movedCount } = rest;
  const own = `“${name}” finishes ${formatDay(finish)} in place of ${formatDay(finishBefore)}`;
  const end =
    projectFinishDays === 0
      ? `the project still finishes ${formatDay(projectFinish)}`
      : `the project finishes ${formatDay(projectFinish)} (${formatSlip(projectFinishDays)})`;
  return `${own}; ${end}${movedCount === 0 ? '; no other task moves' : ''}.`;
}

function milestoneWords({ name, forecastOn, days, waiting }: HitMilestone): string {
  const move = `Milestone “${name}” moves to ${formatDay(forecastOn)} (${formatSlip(days)})`;
  if (waiting.length === 0) return move;
  const others = waiting.map((project) => `${project.code} ${project.name}${managerWords(project)}`);
  return `${move}; waiting for it: ${others.join(', ')}`;
}

function managerWords({ managerName }: HitMilestone['waiting'][number]): string {
  return managerName === undefined ? '' : ` (${managerName})`;
}
