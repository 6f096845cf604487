import { Button } from '@mantine/core';
import type { BudgetException, BudgetTreeNode } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { today } from '../dates/format-day.js';
import { exceptionsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { toMinor } from '../money/to-minor.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

interface AskExceptionFormProps {
  readonly projectId: string;
  readonly currency: string;
  /** Control accounts and work packages. */
  readonly parts: readonly BudgetTreeNode[];
}

const nothing = { nodeId: '', amount: '', reason: '', through: '' };

/** Asks for leave to go beyond a budget, by how much, why, and until when. */
export function AskExceptionForm({ projectId, currency, parts }: AskExceptionFormProps) {
  const [wish, setWish] = useState(nothing);
  const change = useSend<BudgetException>([exceptionsKey, ['portfolio']]);
  const amountMinor = toMinor(wish.amount, currency);
  const isAmount = amountMinor !== undefined && amountMinor !== '0' && !amountMinor.startsWith('-');
  return (
    <form
      className={forms.form}
      aria-label="Ask for an exception"
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/v1/projects/${encodeURIComponent(projectId)}/budget-exceptions`;
        const body = {
          amountMinor,
          currency,
          reason: wish.reason.trim(),
          ...(wish.nodeId !== '' && { nodeId: wish.nodeId }),
          ...(wish.through !== '' && { validThrough: wish.through }),
        };
        change.mutate({ method: 'POST', path, body }, { onSuccess: () => setWish(nothing) });
      }}
    >
      {parts.length > 0 && (
        <label className={forms.field}>
          <span>Budget of</span>
          <select
            value={wish.nodeId}
            onChange={({ currentTarget }) => setWish({ ...wish, nodeId: currentTarget.value })}
          >
            <option value="">The project</option>
            {parts.map(({ nodeId, name }) => (
              <option key={nodeId} value={nodeId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={forms.field}>
        <span>Beyond it by at most, {currency}</span>
        <input
          required
          inputMode="decimal"
          aria-invalid={wish.amount !== '' && !isAmount}
          value={wish.amount}
          onChange={({ currentTarget }) => setWish({ ...wish, amount: currentTarget.value })}
        />
      </label>
      <label className={forms.field}>
        <span>Needed through</span>
        <input
          type="date"
          min={today()}
          value={wish.through}
          onChange={({ currentTarget }) => setWish({ ...wish, through: currentTarget.value })}
        />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Why</span>
        <input
          required
          maxLength={1000}
          value={wish.reason}
          onChange={({ currentTarget }) => setWish({ ...wish, reason: currentTarget.value })}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending} disabled={!isAmount}>
        Ask
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
