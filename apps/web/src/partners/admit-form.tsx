import { Button } from '@mantine/core';
import type { PartnerLine, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { PersonField } from '../people/person-field.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { DraftField } from './draft-field.js';
import { partnerKeys } from './partner-queries.js';

const blank = {
  employeeNumber: '',
  name: '',
  email: '',
  role: '',
  grade: '',
  site: '',
  ftePercent: '100',
  accessFrom: '',
  accessUntil: '',
};

/** Lets somebody of a partner in, up to a last day. */
export function AdmitForm({ partner: { partnerId, name } }: { readonly partner: PartnerLine }) {
  const [draft, setDraft] = useState(blank);
  const [lineManagerId, setLineManager] = useState<string>();
  const change = useSend<Recorded>([...partnerKeys, ['person-names']]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { ftePercent, ...texts } = draft;
    const given = Object.entries(texts).map(([key, text]) => [key, text.trim()]);
    const body = {
      ...Object.fromEntries(given.filter(([, text]) => text !== '')),
      ftePercent: Number(ftePercent),
      ...(lineManagerId !== undefined && { lineManagerId }),
    };
    change.mutate(
      { method: 'POST', path: `/v1/partners/${partnerId}/people`, body },
      { onSuccess: () => setDraft(blank) },
    );
  };
  const field = { draft, onChange: setDraft };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Let somebody of ${name} in`}>
      <DraftField
        {...field}
        name="employeeNumber"
        label="Number they sign in with"
        isRequired
        maxLength={60}
      />
      <DraftField {...field} name="name" label="Name" isRequired />
      <DraftField {...field} name="email" label="E-mail" type="email" maxLength={320} />
      <DraftField {...field} name="role" label="Role" isRequired maxLength={120} />
      <DraftField {...field} name="grade" label="Grade on the rate card" maxLength={60} />
      <DraftField {...field} name="site" label="Site" maxLength={120} />
      <DraftField
        {...field}
        name="ftePercent"
        label="Percent of full time"
        type="number"
        isRequired
        min="1"
      />
      <PersonField label="Who decides on their time" onPick={setLineManager} />
      <DraftField {...field} name="accessFrom" label="Access from" type="date" isRequired />
      <DraftField {...field} name="accessUntil" label="Last day" type="date" isRequired min={today()} />
      <Button size="xs" type="submit" loading={change.isPending}>
        Let in
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
