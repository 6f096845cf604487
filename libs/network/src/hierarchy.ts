import { Refusal } from '@meridian/refusal';
import type { Activity } from './activity-network.js';
import type { IdIndex } from './id-index.js';

export interface Hierarchy {
  /** Index of the parent, or -1. */
  readonly parentOf: Int32Array;
  readonly isSummary: Uint8Array;
  /** Indices of the summaries, children before parents. */
  readonly summaries: Int32Array;
}

/** Who lies under whom. @throws Refusal `network/unknown-parent`, `network/parent-cycle`. */
export function readHierarchy(activities: readonly Activity[], indexOf: IdIndex): Hierarchy {
  const parentOf = new Int32Array(activities.length).fill(-1);
  const isSummary = new Uint8Array(activities.length);
  for (let i = 0; i < activities.length; i++) {
    const { parentId } = activities[i]!;
    if (parentId == null) continue;
    const parent = indexOf.get(parentId);
    if (parent === undefined) throw unknownParent(activities[i]!);
    parentOf[i] = parent;
    isSummary[parent] = 1;
  }
  return { parentOf, isSummary, summaries: deepestFirst(activities, parentOf, isSummary) };
}

/** Peels the tree from its leaves, so that what remains at the end can only be a ring of parents. */
function deepestFirst(
  activities: readonly Activity[],
  parentOf: Int32Array,
  isSummary: Uint8Array,
): Int32Array {
  const childrenLeft = new Int32Array(activities.length);
  for (const parent of parentOf) if (parent >= 0) childrenLeft[parent]!++;
  const summaries: number[] = [];
  const peel = (child: number) => {
    for (let parent = parentOf[child]!; parent >= 0; parent = parentOf[parent]!) {
      if (--childrenLeft[parent]! > 0) break;
      summaries.push(parent);
    }
  };
  for (let i = 0; i < activities.length; i++) if (!isSummary[i]) peel(i);
  const total = isSummary.reduce((sum, flag) => sum + flag, 0);
  if (summaries.length < total) throw parentCycle(activities, childrenLeft);
  return Int32Array.from(summaries);
}

function unknownParent(activity: Activity): Refusal {
  return new Refusal(
    'network/unknown-parent',
    `"${activity.name ?? activity.id}" lies under "${activity.parentId}", which is not in the network.`,
    { kind: 'unprocessable', details: { activityId: activity.id, parentId: activity.parentId } },
  );
}

function parentCycle(activities: readonly Activity[], childrenLeft: Int32Array): Refusal {
  const within = activities.filter((_, i) => childrenLeft[i]! > 0);
  const names = within.map((activity) => activity.name ?? activity.id);
  return new Refusal(
    'network/parent-cycle',
    `Some activities lie under each other in a ring: ${names.join(', ')}.`,
    {
      kind: 'unprocessable',
      details: { activityIds: within.map(({ id }) => id) },
    },
  );
}
