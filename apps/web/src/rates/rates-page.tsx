import type { LabourRateHistory } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { formatDay, today } from '../dates/format-day.js';
import { ratesQuery } from '../gateway/money-queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { useHolderNames } from './holder-names.js';
import { RateForm } from './rate-form.js';
import { RateTable } from './rate-table.js';
import { sortedRates } from './rate-words.js';

/** What an hour costs: by person, partner, role, grade and site, from a day on. */
export function RatesPage() {
  const { on = today() } = useSearch({ from: '/rates' });
  const navigate = useNavigate({ from: '/rates' });
  const mayRead = useMay('rate:read');
  const answer = useQuery({ ...ratesQuery(on), enabled: mayRead === true });
  useTitle('Rates');
  return (
    <>
      <PageHead
        title="Rates"
        under="What an hour costs from a day on. Of the rates that fit somebody, the most specific one prices the time; what was priced stays priced."
      />
      <div className={page.page}>
        {mayRead === false ? (
          <Panel title="Rates">
            <EmptyState title="Rates are for the PMO">
              You see what approved time costs on the money page of each project; of a single person that
              shows to nobody else.
            </EmptyState>
          </Panel>
        ) : (
          <Panel
            title="Rates"
            note={`as they hold on ${formatDay(on)}`}
            side={
              <input
                type="date"
                className={forms.input}
                aria-label="As they hold on"
                value={on}
                onChange={({ currentTarget }) =>
                  void navigate({
                    search: (before) => ({ ...before, on: currentTarget.value || undefined }),
                    replace: true,
                    resetScroll: false,
                  })
                }
              />
            }
          >
            <Reading answer={answer} what="The rates" lines={6}>
              {({ rates }) => <Rates rates={rates} on={on} />}
            </Reading>
          </Panel>
        )}
      </div>
    </>
  );
}

function Rates({ rates, on }: { readonly rates: readonly LabourRateHistory[]; readonly on: string }) {
  const names = useHolderNames();
  const mayWrite = useMay('rate:write') === true;
  return (
    <>
      {rates.length === 0 ? (
        <EmptyState title="No rate is recorded yet">
          Begin with one for everybody, then for the roles and people that cost more or less. Time that waits
          for a rate is priced the moment there is one.
        </EmptyState>
      ) : (
        <RateTable rates={sortedRates(rates, names)} on={on} names={names} />
      )}
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Record a rate</summary>
          <RateForm rates={rates} />
        </details>
      )}
    </>
  );
}
