import { ACTIVITY } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import type { DateTable } from './date-table.js';

/**
 * Critical chains, each from its first activity to its last, as positions: from every critical activity that drives no other
 * critical one, back along what drove it. The chain that finishes last comes first.
 */
export function traceCriticalPaths(
  network: CompiledNetwork,
  dates: DateTable,
  isCritical: Uint8Array,
): number[][] {
  const drives = new Uint8Array(network.count);
  for (let p = 0; p < network.count; p++) {
    const before = isCritical[p] ? driving(network, dates, p) : -1;
    if (before >= 0) drives[before] = 1;
  }
  const ends: number[] = [];
  for (let p = 0; p < network.count; p++) if (isCritical[p] && !drives[p]) ends.push(p);
  ends.sort((a, b) => dates.earlyFinish[b]! - dates.earlyFinish[a]! || a - b);
  return ends.map((end) => {
    const path = [end];
    for (let p = driving(network, dates, end); p >= 0 && isCritical[p]; p = driving(network, dates, p))
      path.push(p);
    return path.reverse();
  });
}

/** The activity whose link set the early start, through ends of summaries; -1 when it was no link. */
function driving(network: CompiledNetwork, dates: DateTable, position: number): number {
  let p = position;
  do {
    const edge = dates.driver[p]!;
    if (edge < 0) return -1;
    p = network.incoming.other[edge]!;
  } while (network.role[p] !== ACTIVITY);
  return p;
}
