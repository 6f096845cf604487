import { Button } from '@mantine/core';
import type { BaselineTakenNote } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { useChange } from './use-change.js';

interface BaselineFormProps {
  readonly projectId: string;
  /** The first one needs no decision. */
  readonly isFirst: boolean;
}

/** Fixes the plan as it stands as what is promised. */
export function BaselineForm({ projectId, isFirst }: BaselineFormProps) {
  const [name, setName] = useState('');
  const [decision, setDecision] = useState('');
  const change = useChange<BaselineTakenNote>(projectId);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = { name: name.trim(), ...(decision.trim() === '' ? {} : { decision: decision.trim() }) };
    const path = `/v1/projects/${encodeURIComponent(projectId)}/baselines`;
    change.mutate(
      { method: 'POST', path, body },
      {
        onSuccess: () => {
          setName('');
          setDecision('');
        },
      },
    );
  };
  return (
    <form className={forms.form} onSubmit={submit}>
      <label className={forms.field}>
        <span>Name of the new baseline</span>
        <input
          required
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <label className={forms.field}>
        <span>{isFirst ? 'Decision (the first one needs none)' : 'Decision it rests on'}</span>
        <input
          required={!isFirst}
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Take baseline
      </Button>
      {change.data && (
        <p className={forms.done} role="status">
          Baseline {change.data.number} is taken; {change.data.keptTasks} tasks that were due keep what was
          promised before.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
