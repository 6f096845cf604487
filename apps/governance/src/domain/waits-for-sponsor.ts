import { isStillToDecide } from './gate.js';

interface KnownGate {
  readonly state: string;
  readonly decision: string | null;
}

/**
 * The gate that waits for the sponsor of a project: the first that is still to be decided. Those after it wait for its phase,
 * and a project that was killed passes none.
 *
 * @param gates of one project, in their order
 */
export function gateThatWaits<G extends KnownGate>(gates: readonly G[]): G | undefined {
  if (gates.some(({ decision }) => decision === 'kill')) return undefined;
  return gates.find(isStillToDecide);
}
