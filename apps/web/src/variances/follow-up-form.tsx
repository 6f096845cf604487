import { Button } from '@mantine/core';
import type { VarianceRecord } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { variancesKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { outcomeWords } from './variance-words.js';

/** What became of the corrective action: it goes on, it worked, or another one is needed. */
export function FollowUpForm({ variance: { varianceId, version } }: { readonly variance: VarianceRecord }) {
  const [draft, setDraft] = useState({ outcome: 'goes-on', note: '', dueOn: '' });
  const change = useSend<VarianceRecord>([variancesKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { outcome, note, dueOn } = draft;
    const body = { outcome, note: note.trim(), ...(outcome === 'goes-on' && dueOn !== '' && { dueOn }) };
    change.mutate({ method: 'POST', path: `/v1/variances/${varianceId}/follow-ups`, body, version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Follow the action up">
      <label className={forms.field}>
        <span>The action</span>
        <select
          value={draft.outcome}
          onChange={({ currentTarget }) => setDraft({ ...draft, outcome: currentTarget.value })}
        >
          {Object.entries(outcomeWords).map(([outcome, word]) => (
            <option key={outcome} value={outcome}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>What is to be seen</span>
        <input
          required
          maxLength={4000}
          value={draft.note}
          onChange={({ currentTarget }) => setDraft({ ...draft, note: currentTarget.value })}
        />
      </label>
      {draft.outcome === 'goes-on' && (
        <label className={forms.field}>
          <span>New day, if it moved</span>
          <input
            type="date"
            value={draft.dueOn}
            onChange={({ currentTarget }) => setDraft({ ...draft, dueOn: currentTarget.value })}
          />
        </label>
      )}
      <Button size="xs" type="submit" loading={change.isPending}>
        Follow up
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
