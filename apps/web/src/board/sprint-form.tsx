import { Button } from '@mantine/core';
import type { SprintLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { nextSprintDays } from './sprint-days.js';

interface SprintFormProps {
  readonly projectId: string;
  /** The one before it. */
  readonly after?: SprintLine;
}

/** Plans the next sprint: its goal and its days. */
export function SprintForm({ projectId, after }: SprintFormProps) {
  const [sprintId] = useState(() => crypto.randomUUID());
  const [wish, setWish] = useState({ goal: '', ...nextSprintDays(after, today()) });
  const change = useSend(boardKeys(projectId));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `${boardPath(projectId)}/sprints/${encodeURIComponent(sprintId)}`;
    change.mutate({ method: 'PUT', path, body: { ...wish, goal: wish.goal.trim() }, version: 0 });
  };
  const field = (name: keyof typeof wish, label: string, more: object) => (
    <label className={`${forms.field} ${name === 'goal' ? forms.wide : ''}`}>
      <span>{label}</span>
      <input
        required
        value={wish[name]}
        onChange={({ currentTarget }) => setWish({ ...wish, [name]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="A new sprint">
      {field('goal', 'What it is for', { maxLength: 500 })}
      {field('startsOn', 'From', { type: 'date' })}
      {field('endsOn', 'To', { type: 'date', min: wish.startsOn })}
      <Button size="xs" type="submit" loading={change.isPending}>
        Plan the sprint
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
