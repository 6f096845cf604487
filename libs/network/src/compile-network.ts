import { Refusal } from '@meridian/refusal';
import type { Activity, NetworkInput } from './activity-network.js';
import { CONSTRAINT_KINDS, ELAPSED, EXIT, FF, FNLT, FOREVER, GATE, SF, SNET } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { drawEdges } from './draw-edges.js';
import { findDanglingEnds } from './dangling-ends.js';
import { readHierarchy } from './hierarchy.js';
import { readCalendars } from './network-calendars.js';
import { gatherEdges, topologicalOrder } from './topological-order.js';

/**
 * Checks a network and lays it out in topological order, so that it can be scheduled again and again.
 *
 * @throws Refusal `network/cycle` with the names on the cycle (through summaries as well), `network/duplicate-activity`,
 * `network/unknown-parent`, `network/parent-cycle`, `network/unknown-calendar`, `network/duration-invalid`,
 * `network/lag-invalid`, `network/manual-dates-reversed`.
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
  return {
    activities: input.activities,
    links: input.links,
    findings: [
      ...drawn.findings,
      ...findDanglingEnds(input.activities, hierarchy, drawn.edges, drawn.nodes.of),
    ],
    indexOf,
    positionOf,
    parentOf: hierarchy.parentOf,
    summaries: hierarchy.summaries,
    calendars: calendars.list,
    projectCalendar: calendars.project,
    count: drawn.nodes.count,
    hasFinishLinks: drawn.edges.kind.some((kind) => kind === FF || kind === SF),
    ...positions,
    incoming: gatherEdges(drawn.edges, order.positionOf, 'to'),
    outgoing: gatherEdges(drawn.edges, order.positionOf, 'from'),
  };
}

function indexActivities(activities: readonly Activity[]): Map<string, number> {
  const indexOf = new Map<string, number>();
  for (let i = 0; i < activities.length; i++) {
    const { id } = activities[i]!;
    if (indexOf.has(id)) {
      throw new Refusal(
        'network/duplicate-activity',
        `Two activities have the id "${id}"; ids must differ.`,
        {
          kind: 'unprocessable',
          details: { activityId: id },
        },
      );
    }
    indexOf.set(id, i);
  }
  return indexOf;
}

type Layout = Pick<
  CompiledNetwork,
  | 'activityAt'
  | 'role'
  | 'duration'
  | 'calendar'
  | 'constraint'
  | 'constraintAt'
  | 'deadline'
  | 'isManual'
  | 'hasManual'
>;

function layOut(
  activities: readonly Activity[],
  nodes: { readonly activity: Int32Array; readonly role: Uint8Array },
  nodeAt: Int32Array,
  calendarOf: Int16Array,
): Layout {
  const count = nodeAt.length;
  const layout = {
    activityAt: new Int32Array(count),
    role: new Uint8Array(count),
    duration: new Int32Array(count),
    calendar: new Int16Array(count).fill(ELAPSED),
    constraint: new Uint8Array(count),
    constraintAt: new Int32Array(count),
    deadline: new Int32Array(count).fill(FOREVER),
    isManual: new Uint8Array(count),
    hasManual: false,
  };
  for (let position = 0; position < count; position++) {
    const index = nodes.activity[nodeAt[position]!]!;
    const role = nodes.role[nodeAt[position]!]!;
    layout.activityAt[position] = index;
    layout.role[position] = role;
    if (role === 0) placeActivity(layout, position, activities[index]!, calendarOf[index]!);
    else placeSummaryEnd(layout, position, activities[index]!);
  }
  return layout;
}

type WritableLayout = { -readonly [K in keyof Layout]: Layout[K] };

function placeActivity(layout: WritableLayout, position: number, activity: Activity, calendar: number): void {
  const isElapsed = activity.durationKind === 'elapsed' && activity.durationMinutes > 0;
  layout.calendar[position] = isElapsed ? ELAPSED : calendar;
  layout.duration[position] = checkedDuration(activity);
  const { constraint } = activity;
  if (constraint) {
    layout.constraint[position] = CONSTRAINT_KINDS.indexOf(constraint.kind);
    if ('at' in constraint) layout.constraintAt[position] = constraint.at;
  }
  if (activity.deadline != null) layout.deadline[position] = activity.deadline;
  if (activity.manual) {
    layout.isManual[position] = 1;
    layout.hasManual = true;
  }
}

/** A summary's SNET holds back its entrance; its FNLT and deadline cap its exit. */
function placeSummaryEnd(layout: WritableLayout, position: number, summary: Activity): void {
  const { constraint } = summary;
  const kind = constraint && 'at' in constraint ? CONSTRAINT_KINDS.indexOf(constraint.kind) : 0;
  const at = constraint && 'at' in constraint ? constraint.at : 0;
  if (layout.role[position] === GATE && kind === SNET) {
    layout.constraint[position] = SNET;
    layout.constraintAt[position] = at;
  }
  if (layout.role[position] !== EXIT) return;
  const cap = kind === FNLT ? at : FOREVER;
  layout.deadline[position] = Math.min(cap, summary.deadline ?? FOREVER);
}

function checkedDuration(activity: Activity): number {
  const { durationMinutes: minutes, manual } = activity;
  const name = activity.name ?? activity.id;
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > FOREVER) {
    throw new Refusal(
      'network/duration-invalid',
      `"${name}" has the duration ${minutes}; allowed are whole minutes from 0.`,
      { kind: 'unprocessable', details: { activityId: activity.id, found: minutes } },
    );
  }
  if (manual && manual.finish < manual.start) {
    throw new Refusal('network/manual-dates-reversed', `"${name}" is set to finish before it starts.`, {
      kind: 'unprocessable',
      details: { activityId: activity.id, ...manual },
    });
  }
  return minutes;
}
