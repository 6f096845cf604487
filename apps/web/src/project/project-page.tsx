import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { GatewayProblem } from '../gateway/gateway-problem.js';
import { projectQuery } from '../gateway/queries.js';
import { EmptyState } from '../parts/empty-state.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useTitle } from '../parts/use-title.js';
import { ProjectHead } from './project-head.js';
import { ProjectParts } from './project-parts.js';
import { ProjectSkeleton } from './project-skeleton.js';
import { SectionLinks } from './section-links.js';

/** One project: how it stands, and why. */
export function ProjectPage() {
  const { projectId } = useParams({ from: '/projects/$projectId' });
  const answer = useQuery(projectQuery(projectId));
  useTitle(answer.data?.project.name);
  if (answer.data)
    return (
      <>
        <ProjectHead answer={answer.data} />
        <SectionLinks projectId={projectId} />
        <ProjectParts key={projectId} answer={answer.data} />
      </>
    );
  if (answer.error instanceof GatewayProblem && answer.error.status === 404)
    return (
      <EmptyState title="This project is not in your view">
        It does not exist, or it is confidential and you are not part of it. Ask its manager or the PMO.
      </EmptyState>
    );
  if (answer.isError) return <ProblemNotice cause={answer.error} onRetry={() => void answer.refetch()} />;
  return <ProjectSkeleton />;
}
