import { Button } from '@mantine/core';
import type { BudgetNodeVersion, BudgetTreeNode } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { budgetKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

/** Freezes a place of the tree, or opens it again: what is owed is still paid, nothing new is taken on. */
export function FreezeForm({ node }: { readonly node: BudgetTreeNode }) {
  const [decision, setDecision] = useState('');
  const change = useSend<BudgetNodeVersion>([budgetKey, ['project']]);
  return (
    <form
      className={forms.form}
      aria-label={`${node.isFrozen ? 'Open' : 'Freeze'} ${node.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/v1/budget-nodes/${encodeURIComponent(node.nodeId)}/freeze`;
        const body = { isFrozen: !node.isFrozen, decision: decision.trim() };
        const wish = { method: 'PUT', path, body, version: node.version } as const;
        change.mutate(wish, { onSuccess: () => setDecision('') });
      }}
    >
      <p className={`${forms.whole} quiet`}>
        {node.isFrozen
          ? 'It is frozen: no new orders, requisitions or requested cost, and no money is moved.'
          : 'A frozen budget takes no new orders, requisitions, requested cost or money; what is owed is still paid.'}
      </p>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Decision it rests on</span>
        <input
          required
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <Button
        size="xs"
        type="submit"
        variant="default"
        loading={change.isPending}
        color={node.isFrozen ? undefined : 'red'}
      >
        {node.isFrozen ? 'Open again' : 'Freeze'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
