import { Button } from '@mantine/core';
import type { LevelledProject, LevellingProposalFigures, Recorded } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { daysBetween, formatDay, formatMoment, formatSlip } from '../dates/format-day.js';
import { levellingKey } from '../gateway/capacity-queries.js';
import { allProjectsQuery, meQuery } from '../gateway/queries.js';
import { useSend } from '../gateway/use-send.js';
import { HealthBadge } from '../health/health-badge.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { Panel } from '../parts/panel.js';
import { ContestForm } from './contest-form.js';
import styles from './levelling.module.css';

/** The projects that would move, and what their owners say: all have to agree. */
export function LevelledProjects({ proposal }: { readonly proposal: LevellingProposalFigures }) {
  const moved = proposal.projects.filter(({ decision }) => decision !== 'not-moved');
  const me = useQuery(meQuery).data;
  const projects = useQuery(allProjectsQuery).data ?? [];
  const isPmo = me?.roles.includes('pmo-manager') ?? false;
  const mayWrite = me?.permissions.includes('project:write') ?? false;
  const own = new Set(
    projects.filter(({ managerName }) => managerName === me?.name).map(({ projectId }) => projectId),
  );
  const agreed = moved.filter(({ decision }) => decision === 'accepted').length;
  if (moved.length === 0) return null;
  return (
    <Panel
      title="What the owners say"
      note={`${agreed} of ${moved.length} agreed`}
      side={
        isPmo && proposal.state === 'open' && agreed < moved.length && <AcceptButton proposal={proposal} />
      }
    >
      {moved.map((project) => (
        <Owner
          key={project.projectId}
          proposal={proposal}
          project={project}
          mayDecide={proposal.state === 'open' && mayWrite && (isPmo || own.has(project.projectId))}
        />
      ))}
    </Panel>
  );
}

interface OwnerProps {
  readonly proposal: LevellingProposalFigures;
  readonly project: LevelledProject;
  readonly mayDecide: boolean;
}

function Owner({ proposal, project, mayDecide }: OwnerProps) {
  const { projectId, name, moves, finishBefore, finishAfter, decidedBy, decidedAt, objection, decision } =
    project;
  const [isContesting, setContesting] = useState(false);
  const slip = formatSlip(daysBetween(finishBefore, finishAfter));
  return (
    <article className={styles.owner}>
      <div className={styles.ownerHead}>
        <h3>
          <Link to="/projects/$projectId" params={{ projectId }}>
            {name}
          </Link>
        </h3>
        <DecisionBadge decision={decision} />
        <span className="quiet">
          {moves} {moves === 1 ? 'task moves' : 'tasks move'}, finish {formatDay(finishAfter)} ({slip})
          {decidedBy && decidedAt && `; ${decidedBy}, ${formatMoment(decidedAt)}`}
        </span>
      </div>
      {objection && <p className={styles.sentence}>“{objection}”</p>}
      {mayDecide && decision === 'open' && (
        <div className={styles.actions}>
          <AcceptButton proposal={proposal} project={project} />
          <Button
            size="xs"
            variant="default"
            aria-expanded={isContesting}
            onClick={() => setContesting(!isContesting)}
          >
            Contest…
          </Button>
        </div>
      )}
      {isContesting && decision === 'open' && (
        <ContestForm proposal={proposal} project={project} onClose={() => setContesting(false)} />
      )}
    </article>
  );
}

interface AcceptButtonProps {
  readonly proposal: LevellingProposalFigures;
  /** All that have not agreed yet without one: for the PMO. */
  readonly project?: LevelledProject;
}

function AcceptButton({ proposal, project }: AcceptButtonProps) {
  const change = useSend<Recorded>([levellingKey, ['plan'], ['project'], ['capacity-heat-map']]);
  const path = `/v1/levelling-proposals/${encodeURIComponent(proposal.proposalId)}/acceptance`;
  const body = project ? { projectId: project.projectId } : {};
  return (
    <>
      <Button
        size="xs"
        loading={change.isPending}
        aria-label={project ? `Accept for ${project.name}` : undefined}
        onClick={() => change.mutate({ method: 'POST', path, body })}
      >
        {project ? 'Accept' : 'Accept for all'}
      </Button>
      <ChangeProblem cause={change.error} />
    </>
  );
}

function DecisionBadge({ decision }: Pick<LevelledProject, 'decision'>) {
  if (decision === 'accepted') return <HealthBadge state="on-track" word="Agreed" />;
  if (decision === 'contested') return <HealthBadge state="off-track" word="Contested" />;
  return <HealthBadge state="unknown" word="Open" />;
}
