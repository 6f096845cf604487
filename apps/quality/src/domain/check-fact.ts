import type { CheckState } from './check.js';

interface KnownCheck {
  readonly checkId: string;
  readonly version: number;
  readonly title: string;
  readonly isMandatory: boolean;
  readonly state: string;
  readonly evidence: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
}

/** What the others are told of a check. */
export function checkFact(
  milestone: { readonly projectId: string; readonly milestoneId: string },
  check: KnownCheck,
) {
  return {
    projectId: milestone.projectId,
    milestoneId: milestone.milestoneId,
    checkId: check.checkId,
    version: check.version,
    title: check.title,
    isMandatory: check.isMandatory,
    state: check.state as CheckState,
    ...(check.evidence === null ? {} : { evidence: check.evidence }),
    ...(check.decidedBy === null ? {} : { decidedBy: check.decidedBy }),
    ...(check.decidedOn === null ? {} : { decidedOn: check.decidedOn }),
  };
}
