import type { Edges } from './compiled-network.js';
import type { EdgeList } from './edge-list.js';
import type { Order } from './topological-order.js';

/**
 * Groups edges by the positions of both ends. Outgoing edges are laid in the order of positions, and incoming ones from
 * those, so that memory is walked and not jumped through: half of the time with a million activities.
 */
export function gatherEdges(edges: EdgeList, order: Order): { incoming: Edges; outgoing: Edges } {
  const outgoing = gatherOutgoing(edges, order);
  return { incoming: turnRound(outgoing), outgoing };
}

type Columns = { -readonly [K in keyof Edges]: Edges[K] };

function gatherOutgoing(edges: EdgeList, { nodeAt, positionOf, first, edgeAt }: Order): Edges {
  const outgoing = emptyEdges(nodeAt.length, edges.count);
  let slot = 0;
  for (let p = 0; p < nodeAt.length; p++) {
    outgoing.first[p] = slot;
    const node = nodeAt[p]!;
    for (let k = first[node]!, end = first[node + 1]!; k < end; k++, slot++) {
      const e = edgeAt[k]!;
      outgoing.other[slot] = positionOf[edges.to[e]!]!;
      outgoing.kind[slot] = edges.kind[e]!;
      outgoing.lag[slot] = edges.lag[e]!;
      outgoing.lagCalendar[slot] = edges.lagCalendar[e]!;
      outgoing.link[slot] = edges.link[e]!;
    }
  }
  outgoing.first[nodeAt.length] = slot;
  return outgoing;
}

function turnRound(outgoing: Edges): Edges {
  const count = outgoing.first.length - 1;
  const incoming = emptyEdges(count, outgoing.other.length);
  for (const to of outgoing.other) incoming.first[to + 1]!++;
  for (let p = 0; p < count; p++) incoming.first[p + 1]! += incoming.first[p]!;
  const free = incoming.first.slice();
  for (let p = 0; p < count; p++) {
    for (let k = outgoing.first[p]!, end = outgoing.first[p + 1]!; k < end; k++) {
      const slot = free[outgoing.other[k]!]!++;
      incoming.other[slot] = p;
      incoming.kind[slot] = outgoing.kind[k]!;
      incoming.lag[slot] = outgoing.lag[k]!;
      incoming.lagCalendar[slot] = outgoing.lagCalendar[k]!;
      incoming.link[slot] = outgoing.link[k]!;
    }
  }
  return incoming;
}

function emptyEdges(positions: number, count: number): Columns {
  return {
    first: new Int32Array(positions + 1),
    other: new Int32Array(count),
    kind: new Uint8Array(count),
    lag: new Int32Array(count),
    lagCalendar: new Int16Array(count),
    link: new Int32Array(count),
  };
}
