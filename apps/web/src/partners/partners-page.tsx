import { useQuery } from '@tanstack/react-query';
import { useMay } from '../gateway/use-may.js';
import { PeopleLinks } from '../people/people-links.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { PartnerForm } from './partner-form.js';
import { PartnerPanel } from './partner-panel.js';
import { partnersQuery } from './partner-queries.js';

/** Firms that work with us, and their people. */
export function PartnersPage() {
  const answer = useQuery(partnersQuery);
  const mayWrite = useMay('resource:write') === true;
  useTitle('Partners');
  return (
    <>
      <PageHead
        title="Partners"
        under="Firms that lend people or deliver. Access of their people ends by itself with its last day: work that would go on is handed over before."
      />
      <PeopleLinks />
      <div className={page.page}>
        <Reading answer={answer} what="The partners" lines={6}>
          {({ partners }) =>
            partners.length === 0 ? (
              <Panel title="Partners">
                <EmptyState title="No partner is recorded yet">
                  Record the firm and its agreement first; then let its people in.
                </EmptyState>
              </Panel>
            ) : (
              partners.map((partner) => (
                <PartnerPanel key={partner.partnerId} partner={partner} mayWrite={mayWrite} />
              ))
            )
          }
        </Reading>
        {mayWrite && (
          <Panel title="Another partner">
            <details className={forms.disclosure}>
              <summary>Record a partner</summary>
              <PartnerForm />
            </details>
          </Panel>
        )}
      </div>
    </>
  );
}
