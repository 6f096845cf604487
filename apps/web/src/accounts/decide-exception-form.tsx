import { Button } from '@mantine/core';
import type { BudgetException } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { today } from '../dates/format-day.js';
import { exceptionsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

/** Grants an exception that somebody else asked for, or refuses it. */
export function DecideExceptionForm({ exception }: { readonly exception: BudgetException }) {
  const { exceptionId, version } = exception;
  const [decision, setDecision] = useState('');
  const [through, setThrough] = useState(exception.validThrough ?? '');
  const change = useSend<BudgetException>([exceptionsKey, ['portfolio']]);
  const decide = (isApproved: boolean): void => {
    const path = `/v1/budget-exceptions/${encodeURIComponent(exceptionId)}/decision`;
    const day = isApproved && through !== '' ? { validThrough: through } : {};
    const body = { isApproved, decision: decision.trim(), ...day };
    change.mutate({ method: 'POST', path, body, version });
  };
  return (
    <form
      className={forms.form}
      aria-label={`Decide on: ${exception.reason}`}
      onSubmit={(event) => {
        event.preventDefault();
        decide(true);
      }}
    >
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Who decided, and why</span>
        <input
          required
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <label className={forms.field}>
        <span>May be used through</span>
        <input
          type="date"
          min={today()}
          value={through}
          onChange={({ currentTarget }) => setThrough(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Grant
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={decision.trim() === ''}
        loading={change.isPending}
        onClick={() => decide(false)}
      >
        Refuse
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
