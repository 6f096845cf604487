import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { useTitle } from '../parts/use-title.js';
import { BudgetParts } from './budget-parts.js';
import { placeChoices } from './place-choices.js';
import { PlaceForm } from './place-form.js';

/** All budgets from the source of the funds down to the work packages. */
export function BudgetsPage() {
  const search = useSearch({ from: '/budgets' });
  const navigate = useNavigate({ from: '/budgets' });
  const top = placeChoices({
    under: undefined,
    isApprover: useMay('budget:approve') === true,
    isManager: false,
  });
  useTitle('Budgets');
  return (
    <>
      <PageHead
        title="Budgets"
        under="Choose a place to see its bases and its ledger, and to move its money."
      />
      <div className={page.page}>
        <BudgetParts
          rootId={undefined}
          search={search}
          onSearch={(next) =>
            void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false })
          }
          empty={
            <EmptyState title="No fund is laid yet">
              Who approves budgets puts a source of funds into the tree, portfolios and programmes below it,
              and the projects under them; their budgets are paid from there. Begin below.
            </EmptyState>
          }
        />
        {top.length > 0 && (
          <Panel title="A new source of funds" note="or a portfolio or programme that stands alone">
            <PlaceForm parent={undefined} choices={top} taken={new Set()} />
          </Panel>
        )}
      </div>
    </>
  );
}
