import { useQuery } from '@tanstack/react-query';
import { handOversQuery } from '../gateway/staffing-queries.js';
import { PeopleLinks } from '../people/people-links.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { LeaverPanel } from './leaver-panel.js';
import { leavers } from './leavers.js';

/** What people who leave still have; each thing is handed to another one right here. */
export function HandOversPage() {
  const answer = useQuery(handOversQuery);
  useTitle('Hand-overs');
  return (
    <>
      <PageHead
        title="Hand-overs"
        under="Who leaves is freed of work that starts afterwards. Work that goes on, projects to answer for, people to decide for and what waits for a decision stand here until another one has them."
      />
      <PeopleLinks />
      <div className={page.page}>
        <Reading answer={answer} what="The hand-overs" lines={8}>
          {({ handOvers, approvals = [] }) =>
            handOvers.length + approvals.length === 0 ? (
              <Panel title="Hand-overs">
                <EmptyState title="Nothing is to be handed over">
                  As soon as the HR system says the last day of somebody, all that they have stands here.
                </EmptyState>
              </Panel>
            ) : (
              leavers(handOvers, approvals).map((leaver) => (
                <LeaverPanel key={leaver.personId} leaver={leaver} />
              ))
            )
          }
        </Reading>
      </div>
    </>
  );
}
