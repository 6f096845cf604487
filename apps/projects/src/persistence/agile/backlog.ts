import type { Call } from '@meridian/bus';
import { BacklogItemRecorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { BacklogItem, ItemKind, ItemState } from '../../domain/agile/backlog-item.js';
import { entryOf } from '../../domain/agile/sprint-entry.js';
import type { Tx } from '../database.js';
import type { Prisma } from '../generated/client.js';
import type { ProjectRow } from '../projects.js';
import { withoutGaps } from '../without-gaps.js';
import { requireSeenVersion } from './seen-version.js';
import { keepEntries, runningSprint } from './sprints.js';
import { followItems } from './task-items.js';

type ItemRow = Prisma.BacklogItemGetPayload<object>;

export function itemOfRow(row: ItemRow): BacklogItem {
  return { ...row, kind: row.kind as ItemKind, state: row.state as ItemState };
}

/** The item with this id; null when there is none. @throws Refusal `projects/backlog-item-not-found` when it is of another project */
export async function loadItem(tx: Tx, projectId: string, itemId: string): Promise<BacklogItem | null> {
  const row = await tx.backlogItem.findUnique({ where: { itemId } });
  if (row !== null && row.projectId !== projectId) throw itemNotFound();
  return row && itemOfRow(row);
}

/** The item on the version that the caller saw. @throws Refusal `projects/backlog-item-not-found`, `projects/version-conflict` */
export async function loadSeenItem(
  { tx, expectedVersion }: Pick<Call<Tx>, 'tx' | 'expectedVersion'>,
  { projectId, itemId }: { readonly projectId: string; readonly itemId: string },
): Promise<BacklogItem> {
  const item = await loadItem(tx, projectId, itemId);
  if (item === null) throw itemNotFound();
  requireSeenVersion('item', item.version, expectedVersion);
  return item;
}

export function itemNotFound(): Refusal {
  return new Refusal(
    'projects/backlog-item-not-found',
    'The backlog of this project has no item with this id.',
    { kind: 'not-found' },
  );
}

/** The rank right before another one, without the item itself; null when nothing is there. */
export async function rankBefore(
  tx: Tx,
  { projectId, itemId }: { readonly projectId: string; readonly itemId: string },
  high: string | null,
): Promise<string | null> {
  const { _max } = await tx.backlogItem.aggregate({
    where: { projectId, itemId: { not: itemId }, ...(high === null ? {} : { rank: { lt: high } }) },
    _max: { rank: true },
  });
  return _max.rank;
}

/** Numbers are counted under the lock of the project. */
export async function nextItemNumber(tx: Tx, projectId: string): Promise<number> {
  const { _max } = await tx.backlogItem.aggregate({ where: { projectId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export interface ItemStep {
  readonly before: BacklogItem | null;
  readonly after: BacklogItem;
  /** The day on which it was so. */
  readonly on: string;
}

/** Writes what an item is now, and what that means for the running sprint and for the tasks it belongs to. */
export async function takeItemStep(
  call: Call<Tx>,
  project: ProjectRow,
  { before, after, on }: ItemStep,
): Promise<void> {
  const { tx, announce } = call;
  await tx.backlogItem.upsert({ where: { itemId: after.itemId }, create: after, update: after });
  const running = before && (await runningSprint(tx, project.projectId));
  if (before && running?.startedOn) {
    const day = on < running.startedOn ? running.startedOn : on;
    const entry = entryOf(before, after, { sprintId: running.sprintId, on: day });
    await keepEntries(tx, running.sprintId, entry === null ? [] : [entry]);
  }
  await announce(BacklogItemRecorded, { projectId: project.projectId, ...toldItem(after) });
  const taskIds = [before?.taskId, after.taskId].flatMap((taskId) => taskId ?? []);
  await followItems(call, project, { taskIds, on });
}

/** An item on the wire, gaps left out. */
export function toldItem(item: BacklogItem) {
  const { itemId, number, version, title, kind, rank, state, recordedOn } = item;
  const { points, milestoneId, taskId, sprintId, startedOn, doneOn } = item;
  return {
    itemId,
    number,
    version,
    title,
    kind,
    rank,
    state,
    recordedOn,
    ...withoutGaps({ points, milestoneId, taskId, sprintId, startedOn, doneOn }),
  };
}
