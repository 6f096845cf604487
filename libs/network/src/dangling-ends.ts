import type { Activity, NetworkFinding } from './activity-network.js';
import { FF, SF, SS } from './compiled-network.js';
import type { EdgeList } from './edge-list.js';
import type { Hierarchy } from './hierarchy.js';

const PREDECESSOR = 1;
const START_DRIVER = 2;
const SUCCESSOR = 4;
const FINISH_WAITER = 8;

/** Activities whose links leave one of their ends loose: only FF or SF before them, or only SS or SF after them. */
export function findDanglingEnds(
  activities: readonly Activity[],
  hierarchy: Hierarchy,
  edges: EdgeList,
  nodes: { readonly of: Int32Array; readonly count: number },
): NetworkFinding[] {
  const ends = new Uint8Array(nodes.count);
  for (let e = 0; e < edges.count; e++) {
    if (edges.link[e]! < 0) continue;
    const kind = edges.kind[e]!;
    const before = SUCCESSOR | (kind === SS || kind === SF ? 0 : FINISH_WAITER);
    const after = PREDECESSOR | (kind === FF || kind === SF ? 0 : START_DRIVER);
    ends[edges.from[e]!]! |= before;
    ends[edges.to[e]!]! |= after;
  }
  const findings: NetworkFinding[] = [];
  for (let i = 0; i < activities.length; i++) {
    const bits = hierarchy.isSummary[i] ? 0 : ends[nodes.of[i]!]!;
    if (bits === 0) continue;
    const { id, name } = activities[i]!;
    if (bits & PREDECESSOR && !(bits & START_DRIVER)) {
      const sentence = `No predecessor drives the start of "${name ?? id}": it has only FF or SF links before it.`;
      findings.push({ kind: 'dangling-start', activityId: id, sentence });
    }
    if (bits & SUCCESSOR && !(bits & FINISH_WAITER)) {
      const sentence = `Nothing waits for the finish of "${name ?? id}": it has only SS or SF links after it.`;
      findings.push({ kind: 'dangling-finish', activityId: id, sentence });
    }
  }
  return findings;
}
