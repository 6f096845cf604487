import { Refusal } from '@meridian/refusal';
import type { BacklogItem, ItemState } from './backlog-item.js';

/** What a board does about an item that goes over a limit. */
export type OnOverrun = 'warn' | 'refuse';

/** How many items the columns of a board may hold at a time; null where there is no limit. */
export interface WipLimits {
  readonly onOverrun: OnOverrun;
  readonly committed: number | null;
  readonly inProgress: number | null;
}

/** A column that would hold more than it may. */
export interface Overrun {
  readonly limit: number;
  readonly held: number;
  readonly sentence: string;
}

/** The limit of a column; null where it has none, as backlog and done never have: they hold no work in progress. */
export function limitOf(limits: WipLimits, state: ItemState): number | null {
  if (state === 'committed') return limits.committed;
  return state === 'in-progress' ? limits.inProgress : null;
}

/**
 * Whether an item that goes into a column takes it over its limit (work in progress is controlled by what enters a column: the
 * Kanban Guide, "Active management of items"; Anderson, Kanban, 2010). An item that is there already does not.
 *
 * @param held items that the column holds without this one
 */
export function overrunOf(
  { state, title }: Pick<BacklogItem, 'state' | 'title'>,
  to: ItemState,
  { limits, held }: { readonly limits: WipLimits; readonly held: number },
): Overrun | null {
  const limit = limitOf(limits, to);
  if (limit === null || state === to || held < limit) return null;
  const column = to === 'in-progress' ? 'in progress' : to;
  const sentence = `"${title}" is item ${held + 1} that is ${column}; the limit is ${limit}.`;
  return { limit, held, sentence };
}

/** @throws Refusal `projects/wip-limit` when the board refuses what goes over a limit */
export function requireAllowed(limits: WipLimits, overrun: Overrun | null): void {
  if (overrun === null || limits.onOverrun === 'warn') return;
  const { limit, held, sentence } = overrun;
  throw new Refusal('projects/wip-limit', `${sentence} Finish or take back one of them first.`, {
    details: { limit, held },
  });
}
