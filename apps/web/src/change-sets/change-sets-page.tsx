import type { ChangeSet } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { formatMoment } from '../dates/format-day.js';
import { changeSetsQuery } from '../gateway/money-queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { ApplicationForm } from './application-form.js';
import { BudgetsForm } from './budgets-form.js';
import { owesBudgets, progressWords } from './change-words.js';
import { LineTable } from './line-table.js';

/** What approved scenarios change: the owners' answers, and what came of each line. */
export function ChangeSetsPage() {
  const { portfolio } = useSearch({ from: '/change-sets' });
  const answer = useQuery(changeSetsQuery(portfolio));
  const mayDecide = useMay('budget:approve') === true;
  useTitle('Decided changes');
  return (
    <>
      <PageHead
        title="Decided changes"
        under="What an approved scenario makes of each project. Who manages the project accepts it or says why not; then it is carried out, and the budgets follow."
      />
      <div className={page.page}>
        <Reading answer={answer} what="The decided changes" lines={8}>
          {({ changeSets }) =>
            changeSets.length === 0 ? (
              <Panel title="Decided changes">
                <EmptyState title="No decision waits for you">
                  When a scenario is approved, what it changes is listed here, for you as far as it concerns
                  projects that you manage.
                </EmptyState>
              </Panel>
            ) : (
              changeSets.map((changeSet) => (
                <ChangeSetPanel key={changeSet.scenarioId} changeSet={changeSet} mayDecide={mayDecide} />
              ))
            )
          }
        </Reading>
      </div>
    </>
  );
}

interface ChangeSetPanelProps {
  readonly changeSet: ChangeSet;
  readonly mayDecide: boolean;
}

function ChangeSetPanel({ changeSet, mayDecide }: ChangeSetPanelProps) {
  const { name, portfolio, state, lines, draftedAt, decision, appliedAt, appliedBy } = changeSet;
  return (
    <Panel
      title={name}
      note={`${portfolio}, decided ${formatMoment(draftedAt)}; ${progressWords(changeSet)}`}
    >
      {appliedAt && (
        <p className="quiet">
          Applied {formatMoment(appliedAt)} by {appliedBy}: {decision}
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState title="Everything stays as it is">
          The scenario begins, stops and moves nothing.
        </EmptyState>
      ) : (
        <LineTable changeSet={changeSet} />
      )}
      {mayDecide && state === 'in-review' && lines.length > 0 && <ApplicationForm changeSet={changeSet} />}
      {mayDecide && owesBudgets(changeSet) && <BudgetsForm changeSet={changeSet} />}
    </Panel>
  );
}
