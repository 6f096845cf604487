import { Button } from '@mantine/core';
import type { PartnerLine, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { DraftField } from './draft-field.js';
import { partnerKeys } from './partner-queries.js';

/** Records a partner, or changes what is recorded of one. */
export function PartnerForm({ partner }: { readonly partner?: PartnerLine }) {
  const before = draftOf(partner);
  const [draft, setDraft] = useState(before);
  const change = useSend<Recorded>(partnerKeys);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { name, contactName, contactEmail, agreedFrom, agreedUntil } = draft;
    const body = {
      name: name.trim(),
      agreedFrom,
      ...(contactName.trim() !== '' && { contactName: contactName.trim() }),
      ...(contactEmail.trim() !== '' && { contactEmail: contactEmail.trim() }),
      ...(agreedUntil !== '' && { agreedUntil }),
    };
    const path = `/v1/partners/${partner?.partnerId ?? crypto.randomUUID()}`;
    change.mutate(
      { method: 'PUT', path, body, version: partner?.version ?? 0 },
      { onSuccess: () => partner === undefined && setDraft(before) },
    );
  };
  const field = { draft, onChange: setDraft };
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      aria-label={partner ? 'Change the partner' : 'Record a partner'}
    >
      <DraftField {...field} name="name" label="Name" isRequired isWide />
      <DraftField {...field} name="contactName" label="Contact" />
      <DraftField {...field} name="contactEmail" label="E-mail of the contact" type="email" maxLength={320} />
      <DraftField {...field} name="agreedFrom" label="Agreement from" type="date" isRequired />
      <DraftField
        {...field}
        name="agreedUntil"
        label="To, if an end is agreed"
        type="date"
        min={draft.agreedFrom}
      />
      <Button size="xs" type="submit" loading={change.isPending}>
        {partner ? 'Change' : 'Record'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

function draftOf(partner: PartnerLine | undefined) {
  const { name = '', contactName = '', contactEmail = '', agreedFrom = '', agreedUntil = '' } = partner ?? {};
  return { name, contactName, contactEmail, agreedFrom, agreedUntil };
}
