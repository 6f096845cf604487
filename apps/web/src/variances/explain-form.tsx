import { Button } from '@mantine/core';
import type { VarianceRecord } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { variancesKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

const fields = [
  ['cause', 'What caused it'],
  ['impact', 'What it means'],
  ['action', 'What is done about it'],
] as const;

/** The manager explains a variance and says what is done about it, by when. */
export function ExplainForm({ variance: { varianceId, version } }: { readonly variance: VarianceRecord }) {
  const [draft, setDraft] = useState({ cause: '', impact: '', action: '', dueOn: '' });
  const change = useSend<VarianceRecord>([variancesKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.mutate({ method: 'PUT', path: `/v1/variances/${varianceId}/explanation`, body: draft, version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Explain the variance">
      {fields.map(([name, label]) => (
        <label key={name} className={`${forms.field} ${forms.wide}`}>
          <span>{label}</span>
          <textarea
            required
            rows={2}
            maxLength={4000}
            value={draft[name]}
            onChange={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
          />
        </label>
      ))}
      <label className={forms.field}>
        <span>Due on</span>
        <input
          type="date"
          required
          value={draft.dueOn}
          onChange={({ currentTarget }) => setDraft({ ...draft, dueOn: currentTarget.value })}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Explain
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
