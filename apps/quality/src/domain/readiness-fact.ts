import type { CheckState } from './check.js';
import { readinessOf, type Readiness } from './readiness.js';

interface KnownMilestone {
  readonly projectId: string;
  readonly milestoneId: string;
  readonly name: string;
  readonly phaseId: string | null;
  readonly acceptedOn: string | null;
}

interface KnownCheck {
  readonly title: string;
  readonly isMandatory: boolean;
  readonly state: string;
}

export interface ReadinessFact extends Readiness {
  readonly projectId: string;
  readonly milestoneId: string;
  readonly milestoneName: string;
  readonly phaseId?: string;
  readonly isAccepted: boolean;
}

/** What the others are told of a milestone: how far its checks are and whether it is accepted. */
export function readinessFact(milestone: KnownMilestone, checks: readonly KnownCheck[]): ReadinessFact {
  return {
    projectId: milestone.projectId,
    milestoneId: milestone.milestoneId,
    milestoneName: milestone.name,
    ...(milestone.phaseId === null ? {} : { phaseId: milestone.phaseId }),
    ...readinessOf(checks.map((check) => ({ ...check, state: check.state as CheckState }))),
    isAccepted: milestone.acceptedOn !== null,
  };
}
