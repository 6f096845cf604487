import { Refusal } from '@meridian/refusal';
import type { CheckState } from './check.js';

/** How far the checks of a milestone are. */
export interface Readiness {
  readonly total: number;
  readonly open: number;
  /** Mandatory checks that are open or failed: each of them stands in the way. */
  readonly openMandatory: number;
  readonly passed: number;
  readonly failed: number;
  readonly waived: number;
  readonly isReady: boolean;
}

interface Judged {
  readonly title: string;
  readonly isMandatory: boolean;
  readonly state: CheckState;
}

/** Counts checks. Ready means: no mandatory check is open or failed. A milestone without checks is not ready. */
export function readinessOf(checks: readonly Judged[]): Readiness {
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  const openMandatory = checks.filter(standsInTheWay).length;
  return {
    total: checks.length,
    open: count('open'),
    openMandatory,
    passed: count('passed'),
    failed: count('failed'),
    waived: count('waived'),
    isReady: checks.length > 0 && openMandatory === 0,
  };
}

/** @throws Refusal naming the checks that stand in the way. */
export function requireReady(milestoneName: string, checks: readonly Judged[]): void {
  if (readinessOf(checks).isReady) return;
  const blocking = checks.filter(standsInTheWay).map((check) => check.title);
  throw new Refusal(
    'quality/mandatory-check-open',
    blocking.length === 0
      ? `"${milestoneName}" has no quality check yet; add one before it is accepted.`
      : `"${milestoneName}" cannot be accepted: ${blocking.length} mandatory check${blocking.length === 1 ? ' is' : 's are'} open or failed (${blocking.join('; ')}).`,
    { details: { blocking } },
  );
}

export function standsInTheWay(check: Pick<Judged, 'isMandatory' | 'state'>): boolean {
  return check.isMandatory && (check.state === 'open' || check.state === 'failed');
}
