import { useQuery } from '@tanstack/react-query';
import { budgetTreeQuery, exceptionsQuery } from '../gateway/money-queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import styles from './accounts.module.css';
import { AskExceptionForm } from './ask-exception-form.js';
import { ExceptionItem } from './exception-item.js';
import { isOpen } from './exception-words.js';

interface ExceptionPanelProps {
  /** All that one may see when left out. */
  readonly project?: { readonly projectId: string; readonly currency: string };
}

/** Leave to go beyond a budget: asked for by who manages the project, decided by somebody else, used by one posting. */
export function ExceptionPanel({ project }: ExceptionPanelProps) {
  const answer = useQuery(exceptionsQuery(project?.projectId));
  const mayAsk = useMay('budget:write') === true && project !== undefined;
  return (
    <Panel
      anchor="exceptions"
      title="Budget exceptions"
      note="one posting may go beyond its budget, as far as was granted"
    >
      <Reading answer={answer} what="The budget exceptions" lines={3}>
        {({ exceptions }) =>
          exceptions.length === 0 ? (
            <EmptyState title="No exception was asked for">
              Where a budget needs an exception for every posting beyond it, its manager asks here, and a
              sponsor or the PMO decides.
            </EmptyState>
          ) : (
            <ul className={styles.exceptions}>
              {[...exceptions.filter(isOpen), ...exceptions.filter((one) => !isOpen(one))].map(
                (exception) => (
                  <ExceptionItem
                    key={exception.exceptionId}
                    exception={exception}
                    isOfOne={project !== undefined}
                  />
                ),
              )}
            </ul>
          )
        }
      </Reading>
      {mayAsk && <Ask {...project} />}
    </Panel>
  );
}

function Ask({ projectId, currency }: { readonly projectId: string; readonly currency: string }) {
  const nodes = useQuery(budgetTreeQuery(projectId)).data?.nodes ?? [];
  return (
    <details className={forms.disclosure}>
      <summary>Ask for an exception</summary>
      <AskExceptionForm
        projectId={projectId}
        currency={currency}
        parts={nodes.filter(({ nodeId }) => nodeId !== projectId)}
      />
    </details>
  );
}
