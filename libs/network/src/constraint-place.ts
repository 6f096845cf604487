import type { CompiledNetwork } from './compiled-network.js';
import { FINISH_ON, FNET, FNLT, MFO, MSO, SNET, SNLT, START_ON } from './compiled-network.js';
import type { Places } from './places.js';

/** The place that a dated constraint asks for. A date in free time: the next opening for a start, the closing for a finish. */
export function constraintPlace(network: CompiledNetwork, places: Places, p: number): number {
  const at = network.constraintAt[p]!;
  const kind = network.constraint[p]!;
  if (kind === FNLT || kind === MFO || kind === FINISH_ON) return places.beforeFinish(p, at);
  return kind === FNET ? places.afterFinish(p, at) : places.afterStart(p, at);
}

/** May the activity not begin earlier than the place of its constraint? */
export function pushesRight(kind: number): boolean {
  return kind >= SNET && kind <= MFO;
}

/** Is the activity held to the place of its constraint even against a link, when constraints are honoured? */
export function pullsLeft(kind: number): boolean {
  return kind >= MSO && kind <= FNLT;
}

/** Does the constraint cap the late dates? */
export function capsLate(kind: number): boolean {
  return kind >= START_ON && kind <= FNLT;
}

/** Is it the start that the constraint speaks of? */
export function isAboutStart(kind: number): boolean {
  return kind === SNET || kind === START_ON || kind === MSO || kind === SNLT;
}
