import type { Call } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { Sprint, SprintState } from '../../domain/agile/sprint.js';
import type { EntryKind, SprintEntry } from '../../domain/agile/sprint-entry.js';
import type { Tx } from '../database.js';
import type { Prisma } from '../generated/client.js';
import { withoutGaps } from '../without-gaps.js';
import { requireSeenVersion } from './seen-version.js';

type SprintRow = Prisma.SprintGetPayload<object>;

export function sprintOfRow(row: SprintRow): Sprint {
  return { ...row, state: row.state as SprintState };
}

/** The sprint with this id; null when there is none. @throws Refusal `projects/sprint-not-found` when it is of another project */
export async function loadSprint(tx: Tx, projectId: string, sprintId: string): Promise<Sprint | null> {
  const row = await tx.sprint.findUnique({ where: { sprintId } });
  if (row !== null && row.projectId !== projectId) throw sprintNotFound();
  return row && sprintOfRow(row);
}

/** @throws Refusal `projects/sprint-not-found` */
export async function loadKnownSprint(tx: Tx, projectId: string, sprintId: string): Promise<Sprint> {
  const sprint = await loadSprint(tx, projectId, sprintId);
  if (sprint === null) throw sprintNotFound();
  return sprint;
}

/** The sprint on the version that the caller saw. @throws Refusal `projects/sprint-not-found`, `projects/version-conflict` */
export async function loadSeenSprint(
  { tx, expectedVersion }: Pick<Call<Tx>, 'tx' | 'expectedVersion'>,
  { projectId, sprintId }: { readonly projectId: string; readonly sprintId: string },
): Promise<Sprint> {
  const sprint = await loadKnownSprint(tx, projectId, sprintId);
  requireSeenVersion('sprint', sprint.version, expectedVersion);
  return sprint;
}

/** Numbers are counted under the lock of the project. */
export async function nextSprintNumber(tx: Tx, projectId: string): Promise<number> {
  const { _max } = await tx.sprint.aggregate({ where: { projectId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export async function runningSprint(tx: Tx, projectId: string): Promise<Sprint | null> {
  const row = await tx.sprint.findFirst({ where: { projectId, state: 'running' } });
  return row && sprintOfRow(row);
}

export async function saveSprint(tx: Tx, sprint: Sprint): Promise<void> {
  await tx.sprint.upsert({ where: { sprintId: sprint.sprintId }, create: sprint, update: sprint });
}

export async function keepEntries(tx: Tx, sprintId: string, entries: readonly SprintEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.sprintEntry.createMany({ data: entries.map((entry) => ({ sprintId, ...entry })) });
}

export async function entriesOf(tx: Tx, sprintId: string): Promise<SprintEntry[]> {
  const rows = await tx.sprintEntry.findMany({ where: { sprintId }, orderBy: { entryId: 'asc' } });
  return rows.map((row) => ({ ...row, kind: row.kind as EntryKind }));
}

/** What others are told of a planned sprint. */
export function planOfSprint({ projectId, sprintId, number, version, goal, startsOn, endsOn }: Sprint) {
  return { projectId, sprintId, number, version, goal, startsOn, endsOn };
}

/** The same of one that began. */
export function commitmentOfSprint(sprint: Sprint) {
  const { startedOn, committedPoints, committedItems } = sprint;
  if (startedOn === null || committedPoints === null || committedItems === null)
    throw new Error(`Sprint ${sprint.number} has not begun.`);
  return { ...planOfSprint(sprint), startedOn, committedPoints, committedItems };
}

/** A sprint on the wire, gaps left out. */
export function toldSprint(sprint: Sprint) {
  const { sprintId, number, version, state, goal, startsOn, endsOn } = sprint;
  const { startedOn, closedOn, committedPoints, committedItems, donePoints, doneItems } = sprint;
  return {
    sprintId,
    number,
    version,
    state,
    goal,
    startsOn,
    endsOn,
    ...withoutGaps({ startedOn, closedOn, committedPoints, committedItems, donePoints, doneItems }),
  };
}

function sprintNotFound(): Refusal {
  return new Refusal('projects/sprint-not-found', 'This project has no sprint with this id.', {
    kind: 'not-found',
  });
}
