import { Refusal } from '@meridian/refusal';

export type ProposalState = 'open' | 'accepted' | 'contested' | 'outdated';
export type OwnerDecision = 'open' | 'accepted' | 'contested' | 'not-moved';

export interface ProposalToDecide {
  readonly state: ProposalState;
  readonly projects: readonly { readonly projectId: string; readonly decision: OwnerDecision }[];
}

/**
 * Owners of these projects agree. Returns who newly agreed and what the proposal is then: accepted when nobody whose
 * work moves is left to agree. Agreeing twice is agreeing.
 */
export function agree(
  proposal: ProposalToDecide,
  projectIds: readonly string[],
): { readonly agreed: readonly string[]; readonly state: ProposalState } {
  requireKnown(proposal, projectIds);
  if (proposal.state === 'contested' || proposal.state === 'outdated') throw closed(proposal.state);
  const open = proposal.projects
    .filter(({ decision }) => decision === 'open')
    .map(({ projectId }) => projectId);
  const agreed = open.filter((projectId) => projectIds.includes(projectId));
  return { agreed, state: agreed.length === open.length ? 'accepted' : 'open' };
}

/** An owner does not agree. A proposal that was accepted has gone out to the projects: that cannot be undone here. */
export function contest(proposal: ProposalToDecide, projectId: string): void {
  requireKnown(proposal, [projectId]);
  if (proposal.state === 'accepted' || proposal.state === 'outdated') throw closed(proposal.state);
}

function requireKnown({ projects }: ProposalToDecide, projectIds: readonly string[]): void {
  const known = new Set(projects.map(({ projectId }) => projectId));
  if (projectIds.every((projectId) => known.has(projectId))) return;
  throw new Refusal('resourcing/project-not-levelled', 'The proposal is not about this project.', {
    kind: 'not-found',
  });
}

function closed(state: ProposalState): Refusal {
  const why = {
    accepted: 'it was accepted by all owners',
    contested: 'an owner does not agree with it; ask for another one',
    outdated: 'a plan it was made for has changed; ask for another one',
    open: '',
  }[state];
  return new Refusal('resourcing/levelling-proposal-closed', `The proposal is closed: ${why}.`, {
    details: { state },
  });
}
