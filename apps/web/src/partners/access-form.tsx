import { Button } from '@mantine/core';
import type { PartnerPersonLine, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { DraftField } from './draft-field.js';
import { partnerKeys } from './partner-queries.js';

interface AccessFormProps {
  readonly partnerId: string;
  readonly person: PartnerPersonLine;
}

/** Another last day; one that is over takes access away at once. */
export function AccessForm({ partnerId, person }: AccessFormProps) {
  const { personId, personName, version, accessUntil } = person;
  const [draft, setDraft] = useState({ accessUntil, reason: '' });
  const change = useSend<Recorded>(partnerKeys);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = { accessUntil: draft.accessUntil, reason: draft.reason.trim() };
    const path = `/v1/partners/${partnerId}/people/${personId}/access`;
    change.mutate({ method: 'PUT', path, body, version });
  };
  const field = { draft, onChange: setDraft };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Last day of ${personName}`}>
      <DraftField
        {...field}
        name="accessUntil"
        label="Last day; one that is over ends access at once"
        type="date"
        isRequired
      />
      <DraftField {...field} name="reason" label="Why" isRequired isWide maxLength={500} />
      <Button size="xs" type="submit" loading={change.isPending}>
        Set the day
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
