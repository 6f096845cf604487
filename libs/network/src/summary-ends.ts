import { EXIT, FIRST_START, FS, GATE, LEAST_START, SS } from './compiled-network.js';
import type { EdgeList } from './edge-list.js';
import type { Hierarchy } from './hierarchy.js';

/** The nodes of the graph: one per activity that is no summary, and the ends of summaries that links or dates need. */
export interface Nodes {
  readonly count: number;
  /** Node of an activity, by index; -1 for a summary. */
  readonly of: Int32Array;
  /** Activity (or summary) of a node. */
  readonly activity: Int32Array;
  readonly role: Uint8Array;
  /** Node at which a link touches an activity: the activity itself, or the end of a summary with this role. */
  end(index: number, role: number): number;
}

const ENDS = [GATE, EXIT, FIRST_START];

/**
 * Gives summaries the ends they need and ties them to what lies below: the nearest ends only, so that deep trees cost no
 * more than flat ones.
 */
export function addSummaryEnds(hierarchy: Hierarchy, wanted: Uint8Array, edges: EdgeList): Nodes {
  const { parentOf, isSummary, summaries } = hierarchy;
  const of = new Int32Array(parentOf.length).fill(-1);
  const activity: number[] = [];
  const role: number[] = [];
  const add = (index: number, nodeRole: number) => {
    role.push(nodeRole);
    return activity.push(index) - 1;
  };
  for (let i = 0; i < parentOf.length; i++) if (!isSummary[i]) of[i] = add(i, 0);
  const ends = new Map<number, number>();
  for (const summary of summaries) {
    for (const end of ENDS) if (wanted[summary]! & (1 << end)) ends.set(summary * 4 + end, add(summary, end));
  }
  const above = (index: number, end: number) => {
    for (let up = parentOf[index]!; up >= 0; up = parentOf[up]!) {
      const node = ends.get(up * 4 + end);
      if (node !== undefined) return node;
    }
    return -1;
  };
  const tie = (index: number, end: number, node: number) => {
    const upper = above(index, end);
    if (upper < 0) return;
    if (end === GATE) edges.add(upper, node, SS);
    else edges.add(node, upper, end === EXIT ? FS : LEAST_START);
  };
  if (ends.size > 0) {
    for (let i = 0; i < of.length; i++) if (!isSummary[i]) for (const end of ENDS) tie(i, end, of[i]!);
    for (const [key, node] of ends) tie(key >> 2, key & 3, node);
  }
  return {
    count: activity.length,
    of,
    activity: Int32Array.from(activity),
    role: Uint8Array.from(role),
    end: (index, end) => (isSummary[index] ? ends.get(index * 4 + end)! : of[index]!),
  };
}
