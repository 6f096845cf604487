import { Button } from '@mantine/core';
import type { ProjectFromTemplate, TemplateLine } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatDay } from '../dates/format-day.js';
import { templatePath, templatesKey } from '../gateway/rollout-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Field } from './field.js';

const blank = { code: '', name: '', portfolio: '', managerName: '', currency: 'EUR', end: 'start', day: '' };

/** A project from a template: from a first day on, or by a last day. */
export function BeginForm({ template }: { readonly template: TemplateLine }) {
  const [draft, setDraft] = useState(blank);
  const change = useSend<ProjectFromTemplate>([templatesKey, ['all-projects'], ['projects']]);
  const set = (key: keyof typeof blank) => (value: string) => setDraft({ ...draft, [key]: value });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { end, day, managerName, ...facts } = draft;
    const manager = managerName.trim() === '' ? {} : { managerName: managerName.trim() };
    const body = { ...facts, ...manager, stage: 'approved', [end]: day, templateVersion: template.version };
    change.mutate({ method: 'POST', path: `${templatePath(template.templateId)}/projects`, body });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Begin a project from ${template.name}`}>
      <Field label="Code" value={draft.code} onChange={set('code')} maxLength={60} />
      <Field label="Name" value={draft.name} onChange={set('name')} isWide />
      <Field label="Portfolio" value={draft.portfolio} onChange={set('portfolio')} />
      <Field label="Manager" value={draft.managerName} onChange={set('managerName')} isOptional />
      <Field label="Currency" value={draft.currency} onChange={set('currency')} maxLength={3} />
      <label className={forms.field}>
        <span>The day is</span>
        <select value={draft.end} onChange={({ currentTarget }) => set('end')(currentTarget.value)}>
          <option value="start">the first one</option>
          <option value="finish">the last one</option>
        </select>
      </label>
      <Field label="Day" type="date" value={draft.day} onChange={set('day')} />
      <Button size="xs" type="submit" loading={change.isPending}>
        Begin
      </Button>
      {change.isSuccess && (
        <p className={forms.done} role="status">
          <Link to="/projects/$projectId" params={{ projectId: change.data.id }}>
            The project
          </Link>{' '}
          runs from {formatDay(change.data.start)} to {formatDay(change.data.finish)}.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
