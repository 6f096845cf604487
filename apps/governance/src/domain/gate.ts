import { Refusal } from '@meridian/refusal';

export type GateDecision = 'go' | 'conditional-go' | 'hold' | 'recycle' | 'kill';

/** A milestone that a gate asks for, and whether its mandatory checks are settled. */
export interface GateEvidence {
  readonly milestoneId: string;
  readonly name: string;
  readonly isReady: boolean;
  readonly openMandatory: number;
}

export interface Verdict {
  readonly decision: GateDecision;
  readonly reason: string;
  readonly conditions: readonly string[];
}

interface Gate {
  readonly name: string;
  readonly state: string;
  readonly decision: string | null;
  readonly decidedOn: string | null;
}

/** Decisions after which the project goes on to the next phase. */
const GOES_ON: readonly GateDecision[] = ['go', 'conditional-go'];

/** Decisions after which the gate stays to be decided again: the project is paused or repeats the phase. */
const COMES_AGAIN: readonly string[] = ['hold', 'recycle'];

/** Evidence that is not there yet. */
export function missingEvidence(evidence: readonly GateEvidence[]): readonly GateEvidence[] {
  return evidence.filter((item) => !item.isReady);
}

/**
 * Rules of a gate decision (stage-gate: Cooper 1990; truth table GATE-1). Missing evidence is a must-meet criterion that
 * fails: go and conditional go are refused, hold, recycle and kill are not. A conditional go needs conditions. A gate
 * that was passed or ended the project is not decided again.
 */
export function requireDecidable(gate: Gate, evidence: readonly GateEvidence[], verdict: Verdict): void {
  if (!isStillToDecide(gate)) {
    throw new Refusal(
      'governance/gate-decided',
      `"${gate.name}" was decided on ${gate.decidedOn}: ${gate.decision}. A passed gate is not decided again.`,
    );
  }
  const missing = missingEvidence(evidence);
  if (GOES_ON.includes(verdict.decision) && missing.length > 0) {
    throw new Refusal(
      'governance/evidence-missing',
      `"${gate.name}" cannot be a ${verdict.decision}: evidence is missing for ${missing.map((item) => `"${item.name}"`).join(', ')}. Hold, recycle and kill are possible.`,
      { details: { missing } },
    );
  }
  if (verdict.decision === 'conditional-go' && verdict.conditions.length === 0) {
    throw new Refusal(
      'governance/conditions-missing',
      'A conditional go names its conditions: what has to be done, by whom and by when.',
      { kind: 'unprocessable' },
    );
  }
}

/** Nobody has decided it, or it was decided only to come again. */
export function isStillToDecide({ state, decision }: Pick<Gate, 'state' | 'decision'>): boolean {
  return state !== 'decided' || COMES_AGAIN.includes(decision ?? '');
}

/** Whether the project enters the next phase by this decision. */
export function goesOn(decision: GateDecision): boolean {
  return GOES_ON.includes(decision);
}
