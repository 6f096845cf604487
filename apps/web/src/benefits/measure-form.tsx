import { Button } from '@mantine/core';
import type { BenefitFigures } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { benefitsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { isMeasure } from './benefit-words.js';

/** What was measured, on which day, and where the number comes from. */
export function MeasureForm({ benefit }: { readonly benefit: BenefitFigures }) {
  const [on, setOn] = useState(today);
  const [value, setValue] = useState('');
  const [evidence, setEvidence] = useState('');
  const change = useSend<BenefitFigures>([benefitsKey]);
  const isWrong = value !== '' && !isMeasure(value);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isWrong) return;
    const path = `/v1/benefits/${encodeURIComponent(benefit.benefitId)}/measures`;
    const body = { on, value: value.trim(), evidence: evidence.trim() };
    change.mutate(
      { method: 'POST', path, body },
      {
        onSuccess: () => {
          setValue('');
          setEvidence('');
        },
      },
    );
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Measure ${benefit.name}`}>
      <label className={forms.field}>
        <span>Day</span>
        <input
          type="date"
          required
          max={today()}
          value={on}
          onChange={({ currentTarget }) => setOn(currentTarget.value)}
        />
      </label>
      <label className={forms.field}>
        <span>{benefit.measure}</span>
        <input
          required
          inputMode="decimal"
          aria-invalid={isWrong}
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Where the number comes from</span>
        <input
          required
          maxLength={500}
          value={evidence}
          onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Record measure
      </Button>
      {isWrong && <p className={forms.problem}>“{value}” is no number; write it as 4.5.</p>}
      {change.data && (
        <p className={forms.done} role="status">
          Recorded. A second measure of the same day would count in its place.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
