import { Button } from '@mantine/core';
import type { Recorded } from '@meridian/contracts-projects';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

/** An idea begins a project. Its words are kept as they were sent. */
export function IdeaForm() {
  const [projectId] = useState(() => crypto.randomUUID());
  const [wish, setWish] = useState({ name: '', request: '', orgUnit: '', currency: 'EUR' });
  const navigate = useNavigate();
  const change = useSend<Recorded>([['projects'], ['all-projects'], ['tree']]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { name, request, orgUnit, currency } = wish;
    const unit = orgUnit.trim() === '' ? {} : { orgUnit: orgUnit.trim() };
    const body = { projectId, name: name.trim(), request: request.trim(), currency, ...unit };
    const open = { onSuccess: ({ id }: Recorded) => navigateTo(id) };
    change.mutate({ method: 'POST', path: '/v1/ideas', body }, open);
  };
  const navigateTo = (id: string): void =>
    void navigate({ to: '/projects/$projectId', params: { projectId: id }, hash: 'lifecycle' });
  const set = (name: keyof typeof wish) => ({
    value: wish[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setWish({ ...wish, [name]: currentTarget.value }),
  });
  return (
    <form className={forms.form} onSubmit={submit} aria-label="A new idea">
      <label className={`${forms.field} ${forms.wide}`}>
        <span>What should it be called?</span>
        <input required maxLength={300} {...set('name')} />
      </label>
      <label className={forms.field}>
        <span>Department, if any</span>
        <input maxLength={200} {...set('orgUnit')} />
      </label>
      <label className={forms.field}>
        <span>Money in</span>
        <input
          required
          size={4}
          pattern="[A-Z]{3}"
          title="Three capital letters, as EUR"
          {...set('currency')}
        />
      </label>
      <label className={`${forms.field} ${forms.whole}`}>
        <span>What is wished for, and why? It is kept word by word.</span>
        <textarea required maxLength={20_000} rows={4} {...set('request')} />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Submit the idea
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
