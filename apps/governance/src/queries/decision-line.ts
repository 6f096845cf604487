import type { DecisionLine } from '@meridian/contracts-governance';

interface DecisionRow {
  readonly decisionId: string;
  readonly version: number;
  readonly projectId: string;
  readonly title: string;
  readonly kind: string;
  readonly dueOn: string;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly outcome: string | null;
}

/** A decision as lists show it. */
export function decisionLine(decision: DecisionRow, projectName: string): DecisionLine {
  const { decisionId, version, projectId, title, kind, dueOn } = decision;
  return {
    decisionId,
    version,
    projectId,
    projectName,
    title,
    kind,
    dueOn,
    ...(decision.amountMinor === null ? {} : { amountMinor: decision.amountMinor.toString() }),
    ...(decision.currency === null ? {} : { currency: decision.currency }),
    ...(decision.outcome === null ? {} : { outcome: decision.outcome }),
  };
}
