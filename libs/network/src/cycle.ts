import { Refusal } from '@meridian/refusal';
import type { Activity } from './activity-network.js';
import type { EdgeList } from './edge-list.js';

const NAMES_IN_SENTENCE = 12;

/**
 * Names one cycle among the nodes that no order could place. Each of them waits for another one that could not be placed
 * either, so walking back along such edges must come round.
 */
export function cycleRefusal(
  edges: EdgeList,
  positionOf: Int32Array,
  activityOf: (node: number) => Activity,
): Refusal {
  const waitsFor = new Map<number, number>();
  for (let e = 0; e < edges.count; e++) {
    if (positionOf[edges.from[e]!] === -1 && positionOf[edges.to[e]!] === -1)
      waitsFor.set(edges.to[e]!, edges.from[e]!);
  }
  const visited = new Set<number>();
  let node = waitsFor.keys().next().value!;
  for (; !visited.has(node); node = waitsFor.get(node)!) visited.add(node);
  const ring = [activityOf(node)];
  for (let back = waitsFor.get(node)!; back !== node; back = waitsFor.get(back)!) ring.push(activityOf(back));
  const activities = ring
    .reverse()
    .filter((activity, i) => activity !== ring[(i + 1) % ring.length] || ring.length === 1);
  return refusal(activities);
}

function refusal(activities: readonly Activity[]): Refusal {
  const names = activities.map((activity) => activity.name ?? activity.id);
  const shown = names.length <= NAMES_IN_SENTENCE ? names : [...names.slice(0, NAMES_IN_SENTENCE), '…'];
  return new Refusal(
    'network/cycle',
    `These activities wait for each other: ${[...shown, names[0]].join(' → ')}. Remove one of the links.`,
    { details: { activityIds: activities.map(({ id }) => id), names } },
  );
}
