import { Refusal } from '@meridian/refusal';

interface RequestedDecision {
  readonly title: string;
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly requestedBy: string;
}

/** Four eyes: who asked does not decide. A deferred decision can be taken later, a taken one stays. */
export function requireTakable(decision: RequestedDecision, deciderId: string): void {
  if (decision.outcome !== null && decision.outcome !== 'deferred') {
    throw new Refusal(
      'governance/decision-taken',
      `"${decision.title}" was ${decision.outcome} on ${decision.decidedOn}; ask for a new decision to change it.`,
    );
  }
  if (decision.requestedBy === deciderId) {
    throw new Refusal(
      'governance/own-request',
      'You asked for this decision yourself; somebody else has to take it.',
      {
        kind: 'forbidden',
      },
    );
  }
}
