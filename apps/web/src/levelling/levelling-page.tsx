import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { levellingJobQuery } from '../gateway/capacity-queries.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { JobPanel } from './job-panel.js';
import { objectiveWords } from './levelling-words.js';
import { ProposalPanels } from './proposal-panels.js';

/** A levelling from the request to the agreement of the owners. */
export function LevellingPage() {
  const { jobId } = useParams({ from: '/levelling/$jobId' });
  const job = useQuery(levellingJobQuery(jobId));
  useTitle('Levelling');
  return (
    <>
      <PageHead title="Levelling" under={job.data && `${objectiveWords(job.data.objective)}.`} />
      <p className={page.links}>
        <Link to="/capacity">Capacity</Link>
      </p>
      <div className={page.page}>
        <Reading answer={job} what="The levelling">
          {(state) => (
            <>
              <JobPanel job={state} />
              {state.proposalId && <ProposalPanels proposalId={state.proposalId} />}
            </>
          )}
        </Reading>
      </div>
    </>
  );
}
