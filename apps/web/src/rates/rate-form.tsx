import { Button } from '@mantine/core';
import type { LabourRateHistory } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { ratesKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { toMinor } from '../money/to-minor.js';
import { PersonField } from '../people/person-field.js';
import { PartnerChoice } from '../partners/partner-choice.js';
import { useHolderNames } from './holder-names.js';
import { rateFor } from './rate-words.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

const blank = {
  rateId: '',
  partnerId: '',
  role: '',
  grade: '',
  siteId: '',
  amount: '',
  currency: 'EUR',
  validFrom: '',
  validThrough: '',
  decision: '',
};

/** A new rate, or a new version of one that is there, from a day on. */
export function RateForm({ rates }: { readonly rates: readonly LabourRateHistory[] }) {
  const names = useHolderNames();
  const [draft, setDraft] = useState(blank);
  const [personId, setPersonId] = useState<string>();
  const change = useSend<LabourRateHistory>([ratesKey]);
  const known = rates.find(({ rateId }) => rateId === draft.rateId);
  const perHourMinor = toMinor(draft.amount, draft.currency);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (perHourMinor === undefined) return;
    const { partnerId, role, grade, siteId, currency, validFrom, validThrough, decision } = draft;
    const named = known ?? {
      personId,
      partnerId,
      role: role.trim(),
      grade: grade.trim(),
      siteId: siteId.trim(),
    };
    const body = {
      ...(named.personId && { personId: named.personId }),
      ...(named.partnerId && { partnerId: named.partnerId }),
      ...(named.role && { role: named.role }),
      ...(named.grade && { grade: named.grade }),
      ...(named.siteId && { siteId: named.siteId }),
      validFrom,
      ...(validThrough !== '' && { validThrough }),
      perHourMinor,
      currency,
      decision: decision.trim(),
    };
    const path = `/v1/labour-rates/${known?.rateId ?? crypto.randomUUID()}`;
    change.mutate(
      { method: 'PUT', path, body, version: known?.version ?? 0 },
      { onSuccess: () => setDraft(blank) },
    );
  };
  const input = (name: keyof typeof blank, label: string, more: object = {}) => (
    <label className={forms.field}>
      <span>{label}</span>
      <input
        value={draft[name]}
        onChange={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Record a rate">
      <label className={forms.field}>
        <span>Rate</span>
        <select
          value={draft.rateId}
          onChange={({ currentTarget }) => setDraft({ ...draft, rateId: currentTarget.value })}
        >
          <option value="">a new one</option>
          {rates.map((rate) => (
            <option key={rate.rateId} value={rate.rateId}>
              {rateFor(rate, names)}
            </option>
          ))}
        </select>
      </label>
      {!known && (
        <>
          <PersonField label="Person, if it is for one" onPick={setPersonId} />
          <PartnerChoice
            label="Rate card of a partner"
            none="none: of the house"
            value={draft.partnerId}
            onChange={(partnerId) => setDraft({ ...draft, partnerId })}
          />
          {input('role', 'Role', { maxLength: 120, size: 16 })}
          {input('grade', 'Grade', { maxLength: 60, size: 6 })}
          {input('siteId', 'Site', { maxLength: 120, size: 10 })}
        </>
      )}
      {input('amount', 'An hour costs', { required: true, inputMode: 'decimal', size: 8 })}
      {input('currency', 'Currency', { required: true, pattern: '[A-Z]{3}', size: 4 })}
      {input('validFrom', 'From', { required: true, type: 'date' })}
      {input('validThrough', 'To, if it ends', { type: 'date', min: draft.validFrom })}
      {input('decision', 'Decision it rests on', { required: true, maxLength: 300, size: 28 })}
      <Button
        size="xs"
        type="submit"
        disabled={draft.amount !== '' && perHourMinor === undefined}
        loading={change.isPending}
      >
        Record
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
