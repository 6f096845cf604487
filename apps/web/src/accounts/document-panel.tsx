import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { budgetTreeQuery, exceptionsQuery } from '../gateway/money-queries.js';
import { Panel } from '../parts/panel.js';
import forms from '../parts/forms.module.css';
import { DocumentForm } from './document-form.js';
import { documentKinds, type DocumentKind } from './document-kinds.js';

interface DocumentPanelProps {
  readonly projectId: string;
  readonly currency: string;
}

/** Documents that no system sends, entered by hand under the same rules. */
export function DocumentPanel({ projectId, currency }: DocumentPanelProps) {
  const [kind, setKind] = useState<DocumentKind>('order');
  const nodes = useQuery(budgetTreeQuery(projectId)).data?.nodes ?? [];
  const exceptions = useQuery(exceptionsQuery(projectId)).data?.exceptions ?? [];
  const { effect } = documentKinds[kind];
  return (
    <Panel
      anchor="documents"
      title="Enter a document"
      note="what is available is looked up and taken in one step"
    >
      <div className={forms.form}>
        <label className={forms.field}>
          <span>Document</span>
          <select value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as DocumentKind)}>
            {Object.entries(documentKinds).map(([value, { word }]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <span className="quiet">
          It {effect}. To reverse one that is posted, a sponsor or the PMO takes back its entry in the
          statement below.
        </span>
      </div>
      <DocumentForm
        key={kind}
        kind={kind}
        projectId={projectId}
        currency={currency}
        parts={nodes.filter(({ nodeId }) => nodeId !== projectId)}
        exceptions={exceptions.filter(({ state, expiredAt }) => state === 'approved' && !expiredAt)}
      />
    </Panel>
  );
}
