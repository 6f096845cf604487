import { Button } from '@mantine/core';
import type { BudgetMovement, LedgerLine } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { today } from '../dates/format-day.js';
import { budgetKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

interface ReversalFormProps {
  readonly line: LedgerLine;
  readonly onClose: () => void;
}

/** Takes an entry back by its mirror image: both stay in the ledger. */
export function ReversalForm({ line, onClose }: ReversalFormProps) {
  const [decision, setDecision] = useState('');
  const change = useSend<BudgetMovement>([budgetKey, ['project']]);
  return (
    <form
      className={forms.form}
      aria-label={`Take back entry ${line.entryNo}`}
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/v1/ledger-entries/${encodeURIComponent(line.entryId)}/reversal`;
        const body = { postedOn: today(), decision: decision.trim() };
        change.mutate({ method: 'POST', path, body }, { onSuccess: onClose });
      }}
    >
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Why entry {line.entryNo} is taken back, and who decided it</span>
        <input
          required
          autoFocus
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Take back
      </Button>
      <Button size="xs" variant="default" onClick={onClose}>
        Leave it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
