import { Button } from '@mantine/core';
import type { ChangeSetLine } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { changeSetsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { toMinor, toTyped } from '../money/to-minor.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

interface ReviewFormProps {
  readonly line: ChangeSetLine;
  readonly currency: string;
}

/** The answer of who manages the project; it may be changed until the change-set is applied. */
export function ReviewForm({ line, currency }: ReviewFormProps) {
  const [reason, setReason] = useState(line.reason ?? '');
  const change = useSend<ChangeSetLine>([changeSetsKey]);
  const { scenarioId, candidateId, name, version, newBudgetMinor } = line;
  const [budget, setBudget] = useState(newBudgetMinor ? toTyped(newBudgetMinor, currency) : '');
  const asked = toMinor(budget, currency);
  const isAmount = newBudgetMinor === undefined || (asked !== undefined && !asked.startsWith('-'));
  const answer = (verdict: 'accepted' | 'contested'): void => {
    const path = `/v1/change-sets/${encodeURIComponent(scenarioId)}/review`;
    const words = reason.trim() === '' ? {} : { reason: reason.trim() };
    const terms = asked === undefined || asked === newBudgetMinor ? {} : { newBudgetMinor: asked };
    change.mutate({ method: 'PUT', path, body: { candidateId, verdict, ...words, ...terms }, version });
  };
  return (
    <details className={forms.disclosure} open={line.review === 'open'}>
      <summary>{line.review === 'open' ? 'Answer' : 'Answer otherwise'}</summary>
      <form
        className={forms.form}
        aria-label={`Answer for ${name}`}
        onSubmit={(event) => {
          event.preventDefault();
          answer('accepted');
        }}
      >
        <label className={`${forms.field} ${forms.wide}`}>
          <span>Reason (needed to contest)</span>
          <input
            maxLength={2000}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        {newBudgetMinor !== undefined && (
          <label className={forms.field}>
            <span>New budget in all, {currency}</span>
            <input
              required
              inputMode="decimal"
              aria-invalid={!isAmount}
              value={budget}
              onChange={({ currentTarget }) => setBudget(currentTarget.value)}
            />
          </label>
        )}
        <Button size="xs" type="submit" disabled={!isAmount} loading={change.isPending}>
          Accept
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={reason.trim() === ''}
          loading={change.isPending}
          onClick={() => answer('contested')}
        >
          Contest
        </Button>
        <ChangeProblem cause={change.error} />
      </form>
    </details>
  );
}
