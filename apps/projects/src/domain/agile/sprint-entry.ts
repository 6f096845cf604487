import type { BacklogItem } from './backlog-item.js';

export type EntryKind = 'committed' | 'added' | 'removed' | 'estimated' | 'done' | 'reopened';

/** What happened to the scope of a running sprint, or to what is done of it: by how much each is more or less. */
export interface SprintEntry {
  readonly itemId: string;
  readonly on: string;
  readonly kind: EntryKind;
  readonly scopePoints: number;
  readonly scopeItems: number;
  readonly donePoints: number;
  readonly doneItems: number;
}

const NOTHING = { scopePoints: 0, scopeItems: 0, donePoints: 0, doneItems: 0 };

/** The commitment of a sprint, item by item, on the day it begins. */
export function commitmentOf(
  items: readonly Pick<BacklogItem, 'itemId' | 'points'>[],
  on: string,
): SprintEntry[] {
  return items.map(({ itemId, points }) => ({
    ...NOTHING,
    itemId,
    on,
    kind: 'committed',
    scopePoints: points ?? 0,
    scopeItems: 1,
  }));
}

/** What a change of an item means for the running sprint; null when it means nothing. */
export function entryOf(
  before: BacklogItem,
  after: BacklogItem,
  { sprintId, on }: { readonly sprintId: string; readonly on: string },
): SprintEntry | null {
  const { itemId } = after;
  const was = before.sprintId === sprintId;
  const is = after.sprintId === sprintId;
  const old = before.points ?? 0;
  const now = after.points ?? 0;
  if (!was && is) return { ...NOTHING, itemId, on, kind: 'added', scopePoints: now, scopeItems: 1 };
  if (was && !is) return { ...NOTHING, itemId, on, kind: 'removed', scopePoints: -old, scopeItems: -1 };
  if (!is) return null;
  if (before.state !== 'done' && after.state === 'done')
    return { ...NOTHING, itemId, on, kind: 'done', donePoints: now, doneItems: 1 };
  if (before.state === 'done' && after.state !== 'done')
    return { ...NOTHING, itemId, on, kind: 'reopened', donePoints: -old, doneItems: -1 };
  return old === now ? null : { ...NOTHING, itemId, on, kind: 'estimated', scopePoints: now - old };
}
