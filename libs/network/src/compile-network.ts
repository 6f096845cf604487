import { Refusal } from '@meridian/refusal';
import type { Activity, NetworkInput } from './activity-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { drawEdges } from './draw-edges.js';
import { findDanglingEnds } from './dangling-ends.js';
import { findDuplicateLinks } from './duplicate-links.js';
import { readHierarchy } from './hierarchy.js';
import { IdIndex } from './id-index.js';
import { layOutPieces } from './lay-out-pieces.js';
import { layOut } from './lay-out.js';
import { readCalendars } from './network-calendars.js';
import { gatherEdges } from './gather-edges.js';
import { topologicalOrder } from './topological-order.js';

/**
 * Checks a network and lays it out in topological order, so that it can be scheduled again and again.
 *
 * @throws Refusal `network/cycle` with the names on the cycle (through summaries as well), `network/duplicate-activity`,
 * `network/unknown-parent`, `network/parent-cycle`, `network/unknown-calendar`, `network/duration-invalid`,
 * `network/lag-invalid`, `network/delay-invalid`, `network/piece-invalid`, `network/manual-dates-reversed`.
 */
export function compileNetwork(input: NetworkInput): CompiledNetwork {
  const indexOf = indexActivities(input.activities);
  const hierarchy = readHierarchy(input.activities, indexOf);
  const calendars = readCalendars(input);
  const drawn = drawEdges(input, indexOf, hierarchy, calendars);
  const order = topologicalOrder(drawn.edges, drawn.nodes.count, (node) => {
    return input.activities[drawn.nodes.activity[node]!]!;
  });
  const positions = layOut(input.activities, drawn.nodes, order.nodeAt, calendars.calendarOf);
  const positionOf = new Int32Array(input.activities.length).fill(-1);
  for (let i = 0; i < input.activities.length; i++) {
    if (!hierarchy.isSummary[i]) positionOf[i] = order.positionOf[drawn.nodes.of[i]!]!;
  }
  const { incoming, outgoing } = gatherEdges(drawn.edges, order);
  return {
    activities: input.activities,
    links: input.links,
    findings: [
      ...drawn.findings,
      ...findDuplicateLinks(input.links, incoming),
      ...findDanglingEnds(input.activities, hierarchy, drawn.edges, drawn.nodes),
    ],
    indexOf,
    positionOf,
    parentOf: hierarchy.parentOf,
    summaries: hierarchy.summaries,
    calendars: calendars.list,
    projectCalendar: calendars.project,
    calendarOf: calendars.calendarOf,
    count: drawn.nodes.count,
    ...positions,
    tracks: layOutPieces(input.activities, positions, calendars),
    incoming,
    outgoing,
  };
}

function indexActivities(activities: readonly Activity[]): IdIndex {
  const indexOf = new IdIndex();
  for (let i = 0; i < activities.length; i++) {
    const { id } = activities[i]!;
    if (!indexOf.add(id, i)) {
      throw new Refusal(
        'network/duplicate-activity',
        `Two activities have the id "${id}"; ids must differ.`,
        {
          kind: 'unprocessable',
          details: { activityId: id },
        },
      );
    }
  }
  return indexOf;
}
