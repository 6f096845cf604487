import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { betweenKeys, pathOf } from '../gateway/between-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { ProjectChoice } from './project-choice.js';
import { TaskChoice } from './task-choice.js';

/** Offers another project what a task delivers, by a day; that project answers. */
export function OfferForm({ projectId }: { readonly projectId: string }) {
  const [wish, setWish] = useState({ taskId: '', toProjectId: '', name: '', promisedOn: '', note: '' });
  const change = useSend(betweenKeys);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { name, note, ...rest } = wish;
    const body = {
      ...rest,
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    change.mutate({ method: 'POST', path: `${pathOf(projectId)}/dependencies`, body });
  };
  const field = (name: 'name' | 'promisedOn' | 'note', label: string, more: object) => (
    <label className={forms.field}>
      <span>{label}</span>
      <input
        value={wish[name]}
        onChange={({ currentTarget }) => setWish({ ...wish, [name]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="A promise to another project">
      <TaskChoice
        projectId={projectId}
        label="The task that delivers"
        value={wish.taskId}
        onChange={(taskId) => setWish({ ...wish, taskId })}
      />
      <ProjectChoice
        but={projectId}
        label="The project that gets it"
        value={wish.toProjectId}
        onChange={(toProjectId) => setWish({ ...wish, toProjectId })}
      />
      {field('promisedOn', 'By', { type: 'date', required: true })}
      {field('name', 'What is given, if not named like the task', { maxLength: 300, size: 30 })}
      {field('note', 'Note, if any', { maxLength: 1000, size: 30 })}
      <Button size="xs" type="submit" loading={change.isPending}>
        Offer it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
