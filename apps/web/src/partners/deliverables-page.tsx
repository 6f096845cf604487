import { useQuery } from '@tanstack/react-query';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { DeliverableForm } from './deliverable-form.js';
import { DeliverableItem } from './deliverable-item.js';
import { deliverablesQuery } from './partner-queries.js';
import styles from './partners.module.css';

/** What partners deliver; a partner's people see what is theirs. */
export function DeliverablesPage() {
  const answer = useQuery(deliverablesQuery);
  const mayAgree = useMay('project:write') === true;
  useTitle('Deliverables');
  const open = answer.data?.deliverables.filter(({ state }) => state !== 'accepted').length;
  return (
    <>
      <PageHead
        title="Deliverables"
        under="What partners deliver: handed in with evidence, accepted when every criterion is met, by somebody else than who handed it in."
      />
      <div className={page.page}>
        <Panel title="Deliverables" note={open === undefined ? undefined : `${open} not accepted yet`}>
          <Reading answer={answer} what="The deliverables" lines={6}>
            {({ deliverables, isPartner, total }) =>
              deliverables.length === 0 ? (
                <EmptyState title="Nothing is to be delivered">
                  {isPartner
                    ? 'As soon as a deliverable is agreed with your firm it stands here, with its criteria and its day.'
                    : 'A project manager agrees with a partner what it delivers, by when, and what it is accepted by.'}
                </EmptyState>
              ) : (
                <>
                  <ul className={styles.list}>
                    {deliverables.map((deliverable) => (
                      <DeliverableItem key={deliverable.deliverableId} {...{ deliverable, isPartner }} />
                    ))}
                  </ul>
                  {total > deliverables.length && (
                    <p className={styles.under}>
                      The first {deliverables.length} of {total}, by their day.
                    </p>
                  )}
                </>
              )
            }
          </Reading>
          {mayAgree && (
            <details className={forms.disclosure}>
              <summary>Agree a deliverable</summary>
              <DeliverableForm />
            </details>
          )}
        </Panel>
      </div>
    </>
  );
}
