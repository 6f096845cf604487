import type { Activity } from './activity-network.js';
import type { Edges } from './compiled-network.js';
import { cycleRefusal } from './cycle.js';
import type { EdgeList } from './edge-list.js';

export interface Order {
  /** Node at each position. */
  readonly nodeAt: Int32Array;
  /** Position of each node. */
  readonly positionOf: Int32Array;
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
  const { first, next } = successors(edges, count);
  const waitingFor = new Int32Array(count);
  for (let e = 0; e < edges.count; e++) waitingFor[edges.to[e]!]!++;
  const nodeAt = new Int32Array(count);
  const positionOf = new Int32Array(count).fill(-1);
  let placed = 0;
  for (let node = 0; node < count; node++) if (waitingFor[node] === 0) nodeAt[placed++] = node;
  for (let position = 0; position < placed; position++) {
    const node = nodeAt[position]!;
    positionOf[node] = position;
    for (let k = first[node]!; k < first[node + 1]!; k++) {
      if (--waitingFor[next[k]!]! === 0) nodeAt[placed++] = next[k]!;
    }
  }
  if (placed < count) throw cycleRefusal(edges, positionOf, activityOf);
  return { nodeAt, positionOf };
}

/** Groups edges by the position of one end, in the order of positions. */
export function gatherEdges(edges: EdgeList, positionOf: Int32Array, end: 'from' | 'to'): Edges {
  const near = end === 'from' ? edges.from : edges.to;
  const far = end === 'from' ? edges.to : edges.from;
  const { count } = edges;
  const first = new Int32Array(positionOf.length + 1);
  for (let e = 0; e < count; e++) first[positionOf[near[e]!]! + 1]!++;
  for (let p = 0; p < positionOf.length; p++) first[p + 1]! += first[p]!;
  const gathered = {
    first,
    other: new Int32Array(count),
    kind: new Uint8Array(count),
    lag: new Int32Array(count),
    lagCalendar: new Int16Array(count),
    link: new Int32Array(count),
  };
  const free = first.slice();
  for (let e = 0; e < count; e++) {
    const slot = free[positionOf[near[e]!]!]!++;
    gathered.other[slot] = positionOf[far[e]!]!;
    gathered.kind[slot] = edges.kind[e]!;
    gathered.lag[slot] = edges.lag[e]!;
    gathered.lagCalendar[slot] = edges.lagCalendar[e]!;
    gathered.link[slot] = edges.link[e]!;
  }
  return gathered;
}

function successors(edges: EdgeList, count: number): { first: Int32Array; next: Int32Array } {
  const first = new Int32Array(count + 1);
  for (let e = 0; e < edges.count; e++) first[edges.from[e]! + 1]!++;
  for (let node = 0; node < count; node++) first[node + 1]! += first[node]!;
  const free = first.slice();
  const next = new Int32Array(edges.count);
  for (let e = 0; e < edges.count; e++) next[free[edges.from[e]!]!++] = edges.to[e]!;
  return { first, next };
}
