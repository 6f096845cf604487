import { Button } from '@mantine/core';
import type { ChangeSet } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { budgetKey, changeSetsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { BudgetsChoice, type BudgetsWish } from './budgets-choice.js';

/** Has the accepted lines carried out. */
export function ApplicationForm({ changeSet }: { readonly changeSet: ChangeSet }) {
  const [decision, setDecision] = useState('');
  const [budgets, setBudgets] = useState<BudgetsWish | 'later'>('all-or-nothing');
  const change = useSend<ChangeSet>([changeSetsKey, budgetKey]);
  const { scenarioId, name, version, lines } = changeSet;
  const isOpen = lines.some(({ review }) => review === 'open');
  return (
    <form
      className={forms.form}
      aria-label={`Apply ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/v1/change-sets/${encodeURIComponent(scenarioId)}/application`;
        const body = { decision: decision.trim(), ...(budgets === 'later' ? {} : { budgets }) };
        change.mutate({ method: 'POST', path, body, version });
      }}
    >
      <BudgetsChoice
        value={budgets}
        choices={['all-or-nothing', 'line-by-line', 'later']}
        onChange={setBudgets}
      />
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Who decided that it is carried out, where and when</span>
        <input
          required
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending} disabled={isOpen}>
        Carry out what is accepted
      </Button>
      {isOpen && <span className="quiet">Every line has to be answered first.</span>}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
