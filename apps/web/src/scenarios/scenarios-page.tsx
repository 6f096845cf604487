import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { scenariosQuery } from '../gateway/money-queries.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { ApprovalPanel } from './approval-panel.js';
import { ComparisonTable } from './comparison-table.js';
import { ComputePanel } from './compute-panel.js';
import { ScenarioList } from './scenario-list.js';

const shownAtFirst = 3;
const mostSideBySide = 4;

/** Portfolio scenarios side by side: what is done, what it is worth, what it uses, how good it is, what it would change. */
export function ScenariosPage() {
  const { portfolio, compare } = useSearch({ from: '/scenarios' });
  const navigate = useNavigate({ from: '/scenarios' });
  const [approving, setApproving] = useState<string>();
  const [startingFrom, setStartingFrom] = useState<string>();
  const answer = useQuery(scenariosQuery(portfolio));
  useTitle('Scenarios');
  const onCompare = (ids: readonly string[]): void =>
    void navigate({
      search: (before) => ({ ...before, compare: ids.join(',') || undefined }),
      replace: true,
    });
  return (
    <>
      <PageHead
        title="Scenarios"
        under="Which projects are worth most within the money and the people there are. Nothing changes until a scenario is approved."
      />
      <div className={page.page}>
        <Reading answer={answer} what="The scenarios" lines={8}>
          {({ scenarios }) => {
            const chosen = chosenOf(scenarios, compare);
            const toApprove = scenarios.find(({ scenarioId }) => scenarioId === approving);
            return (
              <>
                {scenarios.length === 0 ? (
                  <Panel title="All scenarios">
                    <EmptyState title="No scenario was computed yet">
                      Describe the projects that may be done, the money and the people of each period below,
                      and let the best selection be computed.
                    </EmptyState>
                  </Panel>
                ) : (
                  <>
                    <ScenarioList
                      scenarios={scenarios}
                      chosen={chosen.map(({ scenarioId }) => scenarioId)}
                      most={mostSideBySide}
                      onChoose={onCompare}
                      onApprove={setApproving}
                      onStartFrom={setStartingFrom}
                    />
                    {toApprove && (
                      <ApprovalPanel
                        key={`${toApprove.scenarioId} ${toApprove.version}`}
                        scenario={toApprove}
                        inForce={inForceWith(scenarios, toApprove)}
                        onClose={() => setApproving(undefined)}
                      />
                    )}
                    <ComparisonTable scenarios={chosen} />
                  </>
                )}
                <ComputePanel
                  key={startingFrom ?? ''}
                  startingFrom={scenarios.find(({ scenarioId }) => scenarioId === startingFrom)}
                  portfolio={portfolio}
                  onComputed={(scenarioId) => {
                    setStartingFrom(undefined);
                    const others = chosen.map((one) => one.scenarioId).filter((one) => one !== scenarioId);
                    onCompare([scenarioId, ...others].slice(0, mostSideBySide));
                  }}
                />
              </>
            );
          }}
        </Reading>
      </div>
    </>
  );
}

/** Those of the address; otherwise the one in force, then the latest. */
function chosenOf(
  scenarios: readonly ScenarioFigures[],
  compare: string | undefined,
): readonly ScenarioFigures[] {
  const asked = compare
    ?.split(',')
    .flatMap((id) => scenarios.find(({ scenarioId }) => scenarioId === id) ?? []);
  if (asked && asked.length > 0) return asked;
  const inForce = scenarios.filter(({ state }) => state === 'approved').slice(0, 1);
  const rest = scenarios.filter((one) => !inForce.includes(one) && one.state === 'computed');
  return [...inForce, ...rest].slice(0, shownAtFirst);
}

function inForceWith(
  scenarios: readonly ScenarioFigures[],
  { portfolio }: ScenarioFigures,
): ScenarioFigures | undefined {
  return scenarios.find((one) => one.state === 'approved' && one.portfolio === portfolio);
}
