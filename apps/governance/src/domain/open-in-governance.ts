import { isStillToDecide } from './gate.js';

interface KnownGate {
  readonly gateId: string;
  readonly name: string;
  readonly state: string;
  readonly decision: string | null;
  readonly dueOn: string | null;
}

interface WaitingDecision {
  readonly decisionId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly outcome: string | null;
}

export interface OpenItem {
  readonly kind: 'gate' | 'decision';
  readonly name: string;
  readonly itemId: string;
  readonly detail?: string;
}

/**
 * What keeps a project from being closed: gates that nobody has decided or that come again, and decisions that wait. A
 * project that was stopped passes no more gates; what was asked about it is answered all the same.
 */
export function openInGovernance(
  {
    gates,
    decisions,
  }: { readonly gates: readonly KnownGate[]; readonly decisions: readonly WaitingDecision[] },
  isStopped: boolean,
): readonly OpenItem[] {
  const open = isStopped ? [] : gates.filter(isStillToDecide);
  return [
    ...open.map(({ gateId, name, decision, dueOn }) => ({
      kind: 'gate' as const,
      name,
      itemId: gateId,
      ...detailOf(decision, dueOn),
    })),
    ...decisions.map(({ decisionId, title, outcome, dueOn }) => ({
      kind: 'decision' as const,
      name: title,
      itemId: decisionId,
      ...detailOf(outcome, dueOn),
    })),
  ];
}

/** What was said of it so far, and until when it is due. */
function detailOf(said: string | null, dueOn: string | null): { detail?: string } {
  const words = [said, dueOn === null ? null : `due ${dueOn}`].filter((word) => word !== null);
  return words.length === 0 ? {} : { detail: words.join(', ') };
}
