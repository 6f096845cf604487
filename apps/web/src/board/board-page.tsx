import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { boardQuery } from '../gateway/board-queries.js';
import { projectQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { BacklogPanel } from './backlog-panel.js';
import { BurnDownPanel } from './burn-down-panel.js';
import { OutlooksPanel } from './outlooks-panel.js';
import { SprintPanel } from './sprint-panel.js';
import { SprintsPanel } from './sprints-panel.js';
import { VelocityPanel } from './velocity-panel.js';

/** The daily work of a team: its sprint, what comes next, its pace and what that promises. */
export function BoardPage() {
  const { projectId } = useParams({ from: '/projects/$projectId/board' });
  const project = useQuery(projectQuery(projectId)).data?.project;
  const board = useQuery(boardQuery(projectId));
  const may = { plan: useMay('project:write') === true, work: useMay('progress:report') === true };
  useTitle(project && `Board of ${project.name}`);
  return (
    <>
      <PageHead title="Board" {...(project ? { project } : {})} />
      <Reading answer={board} what="The board" lines={8}>
        {(read) => (
          <div className={page.page}>
            <SprintPanel board={read} may={may} />
            <div className={page.pair}>
              <BurnDownPanel days={read.days} sprint={read.sprint} />
              <VelocityPanel velocity={read.velocity} />
            </div>
            <BacklogPanel board={read} mayPlan={may.plan} />
            <OutlooksPanel projectId={projectId} />
            <SprintsPanel board={read} may={may} />
          </div>
        )}
      </Reading>
    </>
  );
}
