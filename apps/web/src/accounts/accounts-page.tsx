import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { useTitle } from '../parts/use-title.js';
import { CalendarPanel } from './calendar-panel.js';
import { ExceptionPanel } from './exception-panel.js';
import { WaitingPanel } from './waiting-panel.js';

/** What the money of all projects needs somebody for: exceptions, documents that wait, periods. */
export function AccountsPage() {
  const mayDecide = useMay('budget:approve');
  useTitle('Accounts');
  return (
    <>
      <PageHead
        title="Accounts"
        under="Exceptions to decide on, documents that could not be posted, and the periods that take postings."
      />
      <div className={page.page}>
        {mayDecide === false ? (
          <Panel title="Accounts">
            <EmptyState title="The accounts of all projects are for the PMO and sponsors">
              Documents and exceptions of a project that you manage are on its money page.
            </EmptyState>
          </Panel>
        ) : (
          <>
            <ExceptionPanel />
            <WaitingPanel />
            <CalendarPanel />
          </>
        )}
      </div>
    </>
  );
}
