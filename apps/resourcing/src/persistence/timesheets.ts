import type { LockedThrough, TimeEntry, Timesheet } from '../domain/timesheet/timesheet.js';
import { newTimesheet, totalMinutes } from '../domain/timesheet/timesheet.js';
import type { ReversibleEntry } from '../domain/timesheet/time-draft.js';
import type { Tx } from './database.js';
import type { Prisma, TimeEntry as EntryRow, Timesheet as SheetRow } from './generated/client.js';

/** A sheet as it stands in the database; `sheetId` is null and the version 0 while nothing was written. */
export interface StoredSheet {
  readonly sheetId: string | null;
  readonly version: number;
  readonly sheet: Timesheet;
}

type SheetWithEntries = SheetRow & { readonly entries: readonly EntryRow[] };

const IN_ORDER = [{ day: 'asc' }, { isApproved: 'desc' }, { place: 'asc' }] as const;

/** The sheet of a person and week, held until the end of the transaction. */
export async function holdSheet(tx: Tx, personId: string, weekStart: string): Promise<StoredSheet> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${personId} ${weekStart}`}, 1))`;
  const row = await tx.timesheet.findUnique({
    where: { personId_weekStart: { personId, weekStart } },
    include: { entries: { orderBy: [...IN_ORDER] } },
  });
  return row ? stored(row) : { sheetId: null, version: 0, sheet: newTimesheet(personId, weekStart) };
}

/** The same by its id; null when there is none. */
export async function holdSheetById(tx: Tx, sheetId: string): Promise<StoredSheet | null> {
  const found = await tx.timesheet.findUnique({ where: { sheetId } });
  return found && holdSheet(tx, found.personId, found.weekStart);
}

/** The last closed day; it stays the last one to the end of the transaction. */
export async function holdClosedTime(tx: Tx): Promise<LockedThrough> {
  const [row] = await tx.$queryRaw<{ lockedThrough: string | null }[]>`
    SELECT locked_through AS "lockedThrough" FROM time_keeping FOR SHARE`;
  return row?.lockedThrough ?? null;
}

/** The person's lines that a draft of this sheet may want to take back, by id. */
export async function reversibleEntries(
  tx: Tx,
  { sheetId, sheet }: StoredSheet,
  entryIds: readonly string[],
): Promise<Map<string, ReversibleEntry>> {
  const rows = await tx.timeEntry.findMany({
    where: { personId: sheet.personId, entryId: { in: [...entryIds] } },
    include: { reversedBy: { select: { sheetId: true, isApproved: true } } },
  });
  return new Map(
    rows.map(({ reversedBy, ...row }) => {
      const isReversed = reversedBy !== null && (reversedBy.isApproved || reversedBy.sheetId !== sheetId);
      return [row.entryId, { ...entryOf(row), isReversed }];
    }),
  );
}

/** Writes the lines of a sheet that are not approved anew. */
export async function saveDrafts(
  tx: Tx,
  before: StoredSheet,
  sheet: Timesheet,
  newId: () => string,
): Promise<{ id: string; version: number }> {
  const { personId, weekStart, state } = sheet;
  const facts = { state, totalMinutes: totalMinutes(sheet.entries) };
  const sheetId = before.sheetId ?? newId();
  const { version } = await tx.timesheet.upsert({
    where: { sheetId },
    create: { sheetId, personId, weekStart, ...facts },
    update: { ...facts, version: { increment: 1 } },
  });
  await tx.timeEntry.deleteMany({ where: { sheetId, isApproved: false } });
  const drafts = sheet.entries.filter(({ isApproved }) => !isApproved);
  await tx.timeEntry.createMany({
    data: drafts.map((entry, place) => ({ ...entry, sheetId, personId, place })),
  });
  return { id: sheetId, version };
}

/** What else changes with the state of a sheet. */
export async function saveState(
  tx: Tx,
  sheetId: string,
  sheet: Timesheet,
  facts: Prisma.TimesheetUpdateInput,
): Promise<{ id: string; version: number }> {
  const { version } = await tx.timesheet.update({
    where: { sheetId },
    data: { state: sheet.state, version: { increment: 1 }, ...facts },
  });
  return { id: sheetId, version };
}

export function markApproved(tx: Tx, sheetId: string, approvedAt: Date): Promise<unknown> {
  return tx.timeEntry.updateMany({
    where: { sheetId, isApproved: false },
    data: { isApproved: true, approvedAt },
  });
}

function stored({ sheetId, version, personId, weekStart, state, entries }: SheetWithEntries): StoredSheet {
  const sheet = { personId, weekStart, state: state as Timesheet['state'], entries: entries.map(entryOf) };
  return { sheetId, version, sheet };
}

function entryOf(row: EntryRow): TimeEntry {
  const { entryId, day, projectId, taskId, background, minutes, note, reversesEntryId, isApproved } = row;
  return { entryId, day, projectId, taskId, background, minutes, note, reversesEntryId, isApproved };
}
