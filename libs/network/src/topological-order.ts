import type { Activity } from './activity-network.js';
import { cycleRefusal } from './cycle.js';
import type { EdgeList } from './edge-list.js';

export interface Order {
  /** Node at each position. */
  readonly nodeAt: Int32Array;
  /** Position of each node. */
  readonly positionOf: Int32Array;
  /** The edges that lead from each node: `edgeAt[first[node]]` to `edgeAt[first[node + 1] - 1]`. */
  readonly first: Int32Array;
  readonly edgeAt: Int32Array;
}

/**
 * An order in which every edge leads forward (Kahn 1962).
 *
 * @throws Refusal `network/cycle` that names the activities on one cycle.
 */
export function topologicalOrder(
  edges: EdgeList,
  count: number,
  activityOf: (node: number) => Activity,
): Order {
  const { first, edgeAt } = edgesByOrigin(edges, count);
  const { to } = edges;
  const waitingFor = new Int32Array(count);
  for (let e = 0; e < edges.count; e++) waitingFor[to[e]!]!++;
  const nodeAt = new Int32Array(count);
  const positionOf = new Int32Array(count).fill(-1);
  let placed = 0;
  for (let node = 0; node < count; node++) if (waitingFor[node] === 0) nodeAt[placed++] = node;
  for (let position = 0; position < placed; position++) {
    const node = nodeAt[position]!;
    positionOf[node] = position;
    for (let k = first[node]!; k < first[node + 1]!; k++) {
      const next = to[edgeAt[k]!]!;
      if (--waitingFor[next]! === 0) nodeAt[placed++] = next;
    }
  }
  if (placed < count) throw cycleRefusal(edges, positionOf, activityOf);
  return { nodeAt, positionOf, first, edgeAt };
}

function edgesByOrigin(edges: EdgeList, count: number): { first: Int32Array; edgeAt: Int32Array } {
  const first = new Int32Array(count + 1);
  for (let e = 0; e < edges.count; e++) first[edges.from[e]! + 1]!++;
  for (let node = 0; node < count; node++) first[node + 1]! += first[node]!;
  const free = first.slice();
  const edgeAt = new Int32Array(edges.count);
  for (let e = 0; e < edges.count; e++) edgeAt[free[edges.from[e]!]!++] = e;
  return { first, edgeAt };
}
