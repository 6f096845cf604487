import { Button } from '@mantine/core';
import type { BudgetMovement, BudgetTreeNode } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { budgetKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { formatMoney } from '../money/format-money.js';
import { toMinor } from '../money/to-minor.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import type { MovementChoice } from './movement-choices.js';

interface MoveFormProps {
  readonly from: BudgetTreeNode;
  readonly choices: readonly MovementChoice[];
}

const nothing = { to: '', amount: '', reference: '', decision: '', reserve: 'contingency' };

/** Moves money from one place of the tree, with the decision it rests on. */
export function MoveForm({ from, choices }: MoveFormProps) {
  const [way, setWay] = useState(choices[0]?.movement);
  const [wish, setWish] = useState(nothing);
  const change = useSend<BudgetMovement>([budgetKey, ['project']]);
  const choice = choices.find(({ movement }) => movement === way) ?? choices[0];
  if (!choice) return null;
  const amountMinor = toMinor(wish.amount, from.currency);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (amountMinor === undefined) return;
    const { movement, to } = choice;
    const body = {
      movement,
      fromNodeId: from.nodeId,
      ...(to.length === 0 ? { reserve: wish.reserve } : { toNodeId: wish.to || to[0]?.nodeId }),
      amountMinor,
      currency: from.currency,
      postedOn: today(),
      reference: wish.reference.trim(),
      decision: wish.decision.trim(),
    };
    change.mutate(
      { method: 'POST', path: '/v1/budget-movements', body },
      { onSuccess: () => setWish(nothing) },
    );
  };
  const field = (name: 'reference' | 'decision', label: string, maxLength: number) => (
    <label className={`${forms.field} ${forms.wide}`}>
      <span>{label}</span>
      <input
        required
        maxLength={maxLength}
        value={wish[name]}
        onChange={({ currentTarget }) => setWish({ ...wish, [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Move money of ${from.name}`}>
      <label className={forms.field}>
        <span>What</span>
        <select
          value={choice.movement}
          onChange={({ currentTarget }) => setWay(currentTarget.value as typeof way)}
        >
          {choices.map(({ movement, label }) => (
            <option key={movement} value={movement}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {choice.to.length > 0 ? (
        <label className={forms.field}>
          <span>To</span>
          <select
            value={wish.to}
            onChange={({ currentTarget }) => setWish({ ...wish, to: currentTarget.value })}
          >
            {choice.to.map(({ nodeId, name }, place) => (
              <option key={nodeId} value={place === 0 ? '' : nodeId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <label className={forms.field}>
          <span>Reserve</span>
          <select
            value={wish.reserve}
            onChange={({ currentTarget }) => setWish({ ...wish, reserve: currentTarget.value })}
          >
            <option value="contingency">Contingency</option>
            <option value="management-reserve">Management reserve</option>
          </select>
        </label>
      )}
      <label className={forms.field}>
        <span>Amount, {from.currency}</span>
        <input
          required
          inputMode="decimal"
          aria-invalid={wish.amount !== '' && amountMinor === undefined}
          value={wish.amount}
          onChange={({ currentTarget }) => setWish({ ...wish, amount: currentTarget.value })}
        />
      </label>
      {field('reference', 'What for', 200)}
      {field('decision', 'Decision it rests on', 300)}
      <Button size="xs" type="submit" loading={change.isPending}>
        Move money
      </Button>
      {wish.amount !== '' && amountMinor === undefined && (
        <p className={forms.problem}>“{wish.amount}” is no amount; write it as 1250 or 1250.50.</p>
      )}
      {change.data && (
        <p className={forms.done} role="status">
          Moved. {from.name} has {formatMoney(availableOf(change.data, from), from.currency)} available now.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}

function availableOf({ balances }: BudgetMovement, { nodeId, balance }: BudgetTreeNode): string {
  return balances.find((one) => one.nodeId === nodeId)?.availableMinor ?? balance.availableMinor;
}
