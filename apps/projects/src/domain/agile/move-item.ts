import { Refusal } from '@meridian/refusal';
import type { BacklogItem, ItemState } from './backlog-item.js';
import { requireNotBefore } from './day-order.js';
import type { Sprint } from './sprint.js';

/** Where an item may go from where it is. */
const WAYS: Readonly<Record<ItemState, readonly ItemState[]>> = {
  backlog: ['committed', 'dropped'],
  committed: ['backlog', 'in-progress'],
  'in-progress': ['committed', 'backlog', 'done'],
  done: ['in-progress'],
  dropped: ['backlog'],
};

export interface ItemMove {
  readonly to: ItemState;
  /** The day on which it was so. */
  readonly on: string;
  /** The sprint that the item is to be committed to, else the one it is in. */
  readonly sprint: Sprint | null;
}

/**
 * An item goes on, or back. Work is done in a running sprint only; what was done there is taken back only while it runs.
 *
 * @throws Refusal `projects/item-move-not-allowed`, `projects/item-needs-a-sprint`, `projects/sprint-closed`,
 *   `projects/sprint-not-running`, `projects/day-before-last`
 */
export function moveItem(item: BacklogItem, { to, on, sprint }: ItemMove): BacklogItem {
  requireWay(item, to);
  if (item.movedOn !== null) requireNotBefore(on, item.movedOn, `the last move of "${item.title}"`);
  const inSprint = to === 'backlog' || to === 'dropped' ? null : requireSprint(sprint);
  const mustRun = to === 'in-progress' || to === 'done' || item.state === 'done';
  if (inSprint && mustRun) requireRunning(inSprint);
  if (sprint?.startedOn != null) requireNotBefore(on, sprint.startedOn, `sprint ${sprint.number} began`);
  return {
    ...item,
    version: item.version + 1,
    state: to,
    sprintId: inSprint?.sprintId ?? null,
    movedOn: on,
    startedOn: to === 'in-progress' ? (item.startedOn ?? on) : item.startedOn,
    doneOn: to === 'done' ? on : null,
  };
}

function requireWay(item: BacklogItem, to: ItemState): void {
  const ways = WAYS[item.state];
  if (ways.includes(to)) return;
  throw new Refusal(
    'projects/item-move-not-allowed',
    `"${item.title}" is ${item.state}; from there it goes to ${ways.join(' or ')}, not to ${to}.`,
    { details: { state: item.state, allowed: ways } },
  );
}

function requireSprint(sprint: Sprint | null): Sprint {
  if (sprint === null) {
    throw new Refusal('projects/item-needs-a-sprint', 'Say to which sprint the item is committed.', {
      kind: 'unprocessable',
    });
  }
  if (sprint.state !== 'closed') return sprint;
  throw new Refusal(
    'projects/sprint-closed',
    `Sprint ${sprint.number} is closed; what was done in it stays as it is. Take a sprint that runs or is planned.`,
  );
}

function requireRunning({ state, number }: Sprint): void {
  if (state === 'running') return;
  throw new Refusal(
    'projects/sprint-not-running',
    `Sprint ${number} is ${state}; items are worked on while it runs. Start it first.`,
  );
}
