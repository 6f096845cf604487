import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { betweenKeys, pathOf } from '../gateway/between-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { linkKinds } from './between-words.js';
import { ProjectChoice } from './project-choice.js';
import { TaskChoice } from './task-choice.js';

const minutesPerDay = 480;

/** A task of this project waits for one of another; the plan follows at once. */
export function LinkForm({ projectId }: { readonly projectId: string }) {
  const [wish, setWish] = useState({ taskId: '', fromProjectId: '', fromTaskId: '', kind: 'FS', lag: '0' });
  const change = useSend(betweenKeys);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { lag, ...rest } = wish;
    const body = { ...rest, lagMinutes: Math.round(Number(lag) * minutesPerDay) };
    change.mutate({ method: 'POST', path: `${pathOf(projectId)}/links`, body });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="A link to another project">
      <TaskChoice
        projectId={projectId}
        label="The task here"
        value={wish.taskId}
        onChange={(taskId) => setWish({ ...wish, taskId })}
      />
      <label className={forms.field}>
        <span>How it waits</span>
        <select
          value={wish.kind}
          onChange={({ currentTarget }) => setWish({ ...wish, kind: currentTarget.value })}
        >
          {linkKinds.map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <ProjectChoice
        but={projectId}
        label="The other project"
        value={wish.fromProjectId}
        onChange={(fromProjectId) => setWish({ ...wish, fromProjectId, fromTaskId: '' })}
      />
      <TaskChoice
        projectId={wish.fromProjectId}
        label="Its task"
        value={wish.fromTaskId}
        onChange={(fromTaskId) => setWish({ ...wish, fromTaskId })}
      />
      <label className={forms.field}>
        <span>And days after (before: minus)</span>
        <input
          type="number"
          step="any"
          min={-2000}
          max={2000}
          required
          value={wish.lag}
          onChange={({ currentTarget }) => setWish({ ...wish, lag: currentTarget.value })}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Link them
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
