import { Button } from '@mantine/core';
import type { BenefitFigures } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { benefitsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { PersonChoice } from '../people/person-choice.js';
import { usePersonNames } from '../people/person-names.js';
import { isMeasure } from './benefit-words.js';

const empty = { name: '', measure: '', baseline: '', target: '', targetOn: '', owner: '', kind: 'benefit' };

/** Puts a benefit into the register: what is measured, from where to where, until when, and who answers for it. */
export function BenefitForm({ projectId }: { readonly projectId: string }) {
  const [draft, setDraft] = useState(empty);
  const [benefitId, setBenefitId] = useState(() => crypto.randomUUID());
  const names = [...usePersonNames()].sort(([, one], [, other]) => one.localeCompare(other));
  const change = useSend<BenefitFigures>([benefitsKey]);
  const wrong = [draft.baseline, draft.target].find((one) => one !== '' && !isMeasure(one));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const ownerName = names.find(([id]) => id === draft.owner)?.[1];
    if (wrong !== undefined || !ownerName) return;
    const { owner: ownerPersonId, kind, ...told } = draft;
    const body = { ...told, projectId, ownerPersonId, ownerName, isDisbenefit: kind === 'drawback' };
    const onSuccess = (): void => {
      setDraft(empty);
      setBenefitId(crypto.randomUUID());
    };
    change.mutate({ method: 'PUT', path: `/v1/benefits/${benefitId}`, body, version: 0 }, { onSuccess });
  };
  const text = (
    key: 'name' | 'measure' | 'baseline' | 'target' | 'targetOn',
    label: string,
    isWide = false,
  ) => (
    <label className={`${forms.field} ${isWide ? forms.wide : ''}`}>
      <span>{label}</span>
      <input
        required
        type={key === 'targetOn' ? 'date' : 'text'}
        maxLength={200}
        value={draft[key]}
        onChange={({ currentTarget }) => setDraft({ ...draft, [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Promise a benefit">
      {text('name', 'Benefit', true)}
      {text('measure', 'What is measured, in which unit', true)}
      {text('baseline', 'Before the project')}
      {text('target', 'Target')}
      {text('targetOn', 'Reached by')}
      <PersonChoice
        label="Owner, who measures it"
        people={names}
        value={draft.owner}
        onChange={(owner) => setDraft({ ...draft, owner })}
      />
      <label className={forms.field}>
        <span>Kind</span>
        <select
          value={draft.kind}
          onChange={({ currentTarget }) => setDraft({ ...draft, kind: currentTarget.value })}
        >
          <option value="benefit">Benefit</option>
          <option value="drawback">Accepted drawback</option>
        </select>
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Promise it
      </Button>
      {wrong !== undefined && <p className={forms.problem}>“{wrong}” is no number; write it as 4.5.</p>}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
