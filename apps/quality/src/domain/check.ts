import { Refusal } from '@meridian/refusal';

export type CheckState = 'open' | 'passed' | 'failed' | 'waived';

/** A quality check of a milestone: a sentence that somebody finds true or not, with evidence. */
export interface Check {
  readonly checkId: string;
  readonly title: string;
  readonly isMandatory: boolean;
  readonly state: CheckState;
  readonly version: number;
  readonly evidence: string | null;
  readonly reason: string | null;
}

/** What a quality manager finds. */
export interface Finding {
  readonly state: CheckState;
  readonly evidence?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * Decides a check. Passing needs evidence, waiving and failing need a reason; `open` takes an earlier decision back.
 * An accepted milestone keeps its checks as they were when it was accepted.
 */
export function decideCheck(check: Check, finding: Finding, milestoneIsAccepted: boolean): Check {
  if (milestoneIsAccepted) {
    throw new Refusal(
      'quality/milestone-accepted',
      'The milestone is accepted; its checks stay as they were when it was accepted.',
    );
  }
  const evidence = finding.evidence?.trim() || null;
  const reason = finding.reason?.trim() || null;
  if (finding.state === 'passed' && evidence === null) {
    throw new Refusal(
      'quality/evidence-missing',
      `"${check.title}" cannot pass without evidence: name the document, the figure or the link that shows it.`,
      { kind: 'unprocessable' },
    );
  }
  if ((finding.state === 'waived' || finding.state === 'failed') && reason === null) {
    throw new Refusal(
      'quality/reason-missing',
      `Say why "${check.title}" is ${finding.state}: a ${finding.state} check needs a reason.`,
      { kind: 'unprocessable' },
    );
  }
  return { ...check, state: finding.state, evidence, reason, version: check.version + 1 };
}
