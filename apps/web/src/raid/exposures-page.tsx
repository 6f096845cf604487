import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { exposuresQuery } from '../gateway/raid-queries.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { MatrixPanel } from './matrix-panel.js';
import { RaidTable } from './raid-table.js';
import { totalWords } from './raid-words.js';

/** What the portfolio is exposed to, the greatest exposures first. */
export function ExposuresPage() {
  const { portfolio } = useSearch({ from: '/risks' });
  const answer = useQuery(exposuresQuery(portfolio));
  useTitle('Risks');
  return (
    <>
      <PageHead title="Risks" under={answer.data?.totals.map(totalWords).join('; ')} />
      <div className={page.page}>
        <MatrixPanel key={portfolio} portfolio={portfolio} />
        <Reading answer={answer} what="The greatest exposures" lines={8}>
          {({ topByCost, topByDays, topOpportunities = [] }) =>
            topByCost.length + topByDays.length + topOpportunities.length === 0 ? (
              <Panel title="Greatest exposures">
                <EmptyState title="No open entry in any register">
                  Risks, assumptions, issues and dependencies are kept on the page of each project.
                </EmptyState>
              </Panel>
            ) : (
              <>
                <Panel title="Greatest exposures by cost">
                  <RaidTable entries={topByCost} />
                </Panel>
                <Panel title="Greatest exposures by days">
                  <RaidTable entries={topByDays} />
                </Panel>
                {topOpportunities.length > 0 && (
                  <Panel title="Greatest opportunities">
                    <RaidTable entries={topOpportunities} />
                  </Panel>
                )}
              </>
            )
          }
        </Reading>
      </div>
    </>
  );
}
