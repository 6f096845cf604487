import { Button } from '@mantine/core';
import type { DeliverableLine, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { DraftField } from './draft-field.js';
import { partnerKeys } from './partner-queries.js';

/** Says that it is ready, and where it lies. */
export function HandInForm({ deliverable }: { readonly deliverable: DeliverableLine }) {
  const { deliverableId, name, version } = deliverable;
  const [draft, setDraft] = useState({ evidence: '' });
  const change = useSend<Recorded>(partnerKeys);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `/v1/deliverables/${deliverableId}/submission`;
    change.mutate({ method: 'POST', path, body: { evidence: draft.evidence.trim() }, version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Hand in ${name}`}>
      <DraftField
        draft={draft}
        onChange={setDraft}
        name="evidence"
        label="What is handed in, and where it lies"
        isRequired
        isWide
        maxLength={2000}
      />
      <Button size="xs" type="submit" loading={change.isPending}>
        Hand in
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
