import { missingEvidence, type GateEvidence } from './gate.js';

interface KnownGate {
  readonly projectId: string;
  readonly gateId: string;
  readonly version: number;
  readonly name: string;
  readonly phaseId: string;
  readonly position: number;
  readonly dueOn: string | null;
  readonly state: string;
}

/** What the others are told of a gate. A gate is ready when it asks for evidence and all of it is there. */
export function gateFact(gate: KnownGate, evidence: readonly GateEvidence[]) {
  const missing = missingEvidence(evidence).length;
  return {
    projectId: gate.projectId,
    gateId: gate.gateId,
    version: gate.version,
    name: gate.name,
    phaseId: gate.phaseId,
    order: gate.position,
    ...(gate.dueOn === null ? {} : { dueOn: gate.dueOn }),
    state: gate.state === 'decided' ? ('decided' as const) : ('planned' as const),
    evidence: [...evidence],
    missing,
    isReady: missing === 0,
  };
}
