import { Button } from '@mantine/core';
import type { ChangeSet } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { budgetKey, changeSetsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { BudgetsChoice, type BudgetsWish } from './budgets-choice.js';

/** Posts the budgets that an applied change-set still owes. */
export function BudgetsForm({ changeSet }: { readonly changeSet: ChangeSet }) {
  const [decision, setDecision] = useState('');
  const [budgets, setBudgets] = useState<BudgetsWish>('all-or-nothing');
  const change = useSend<ChangeSet>([changeSetsKey, budgetKey]);
  const { scenarioId, name, version } = changeSet;
  return (
    <form
      className={forms.form}
      aria-label={`Post budgets of ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/v1/change-sets/${encodeURIComponent(scenarioId)}/budgets`;
        const body = { budgets, decision: decision.trim() };
        change.mutate({ method: 'POST', path, body, version });
      }}
    >
      <BudgetsChoice value={budgets} choices={['all-or-nothing', 'line-by-line']} onChange={setBudgets} />
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Who decided on these budgets, where and when</span>
        <input
          required
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Post the budgets that are left
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
