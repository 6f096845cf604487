import { Button } from '@mantine/core';
import type { BudgetException, BudgetTreeNode, DocumentPosted } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { today } from '../dates/format-day.js';
import { budgetKey, exceptionsKey, waitingDocumentsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { formatMoney } from '../money/format-money.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { documentBody, isAmount, type DocumentDraft } from './document-body.js';
import { DocumentFields } from './document-fields.js';
import { documentKinds, type DocumentKind } from './document-kinds.js';

interface DocumentFormProps {
  readonly kind: DocumentKind;
  readonly projectId: string;
  readonly currency: string;
  /** Control accounts and work packages. */
  readonly parts: readonly BudgetTreeNode[];
  /** Granted and not used yet. */
  readonly exceptions: readonly BudgetException[];
}

const blank: DocumentDraft = {
  orderId: '',
  requisitionId: '',
  nodeId: '',
  toNodeId: '',
  amount: '',
  match: '',
  expiresOn: '',
  reversesOn: '',
  isFinal: false,
  exception: '',
  postedOn: today(),
  reference: '',
  decision: '',
};

/** One document, posted under the rules of its budget. */
export function DocumentForm({ kind, projectId, currency, parts, exceptions }: DocumentFormProps) {
  const [draft, setDraft] = useState(blank);
  const change = useSend<DocumentPosted>([budgetKey, ['project'], exceptionsKey, waitingDocumentsKey]);
  const { word, fields } = documentKinds[kind];
  const isReady = !fields.includes('amount') || isAmount(kind, draft.amount, currency);
  return (
    <form
      className={forms.form}
      aria-label={`Enter: ${word}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const path = `/v1/projects/${encodeURIComponent(projectId)}/cost-documents`;
        const body = documentBody(kind, draft, currency);
        change.mutate({ method: 'POST', path, body }, { onSuccess: () => setDraft(blank) });
      }}
    >
      <DocumentFields
        kind={kind}
        draft={draft}
        onDraft={setDraft}
        currency={currency}
        parts={parts}
        exceptions={exceptions}
      />
      <Button size="xs" type="submit" loading={change.isPending} disabled={!isReady}>
        Post
      </Button>
      {draft.amount !== '' && !isReady && (
        <p className={forms.problem}>
          “{draft.amount}” is no amount of this document; write it as 1250 or 1250.50
          {documentKinds[kind].isSigned ? ', or -1250 for less' : ''}.
        </p>
      )}
      {change.data && (
        <p className={forms.done} role="status">
          Posted; {formatMoney(change.data.balance.availableMinor, currency)} is available there now.{' '}
          {change.data.warning}
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
