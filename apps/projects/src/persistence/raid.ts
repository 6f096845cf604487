import type { Call } from '@meridian/bus';
import { RaidRecorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { RaidEntry } from '../domain/raid/raid-entry.js';
import { changedFields } from '../domain/raid/raid-history.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { entryOfRow, rowOfEntry, standingOf } from './raid-rows.js';

/** The entry with this id; null when there is none. @throws Refusal `projects/raid-not-found` when it is of another project */
export async function loadEntry(tx: Tx, projectId: string, entryId: string): Promise<RaidEntry | null> {
  const row = await tx.raidEntry.findUnique({ where: { entryId } });
  if (row !== null && row.projectId !== projectId) throw entryNotFound();
  return row && entryOfRow(row);
}

/** The entry on the version that the caller saw. @throws Refusal `projects/raid-not-found`, `projects/version-conflict` */
export async function loadSeenEntry(
  { tx, expectedVersion }: Pick<Call<Tx>, 'tx' | 'expectedVersion'>,
  { projectId, entryId }: { readonly projectId: string; readonly entryId: string },
): Promise<RaidEntry> {
  const entry = await loadEntry(tx, projectId, entryId);
  if (entry === null) throw entryNotFound();
  requireEntryVersion(entry.version, expectedVersion);
  return entry;
}

/** @throws Refusal when the caller saw another version */
export function requireEntryVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The entry was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

export function entryNotFound(): Refusal {
  return new Refusal('projects/raid-not-found', 'The register of this project has no entry with this id.', {
    kind: 'not-found',
  });
}

/** Numbers are counted under the lock of the project. */
export async function nextNumber(tx: Tx, projectId: string): Promise<number> {
  const { _max } = await tx.raidEntry.aggregate({ where: { projectId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export interface RaidStep {
  readonly before: RaidEntry | null;
  readonly after: RaidEntry;
  readonly deed: 'raised' | 'revised' | 'settled' | 'reopened' | 'converted';
  readonly reason: string | null;
}

/** Writes one step of an entry: what it is now, who changed what and why; the others hear of it. */
export async function takeStep(call: Call<Tx>, { before, after, deed, reason }: RaidStep): Promise<void> {
  const { tx, claims, now } = call;
  const { entryId, version } = after;
  const row = rowOfEntry(after);
  await tx.raidEntry.upsert({ where: { entryId }, create: row, update: row });
  await tx.raidChange.create({
    data: {
      entryId,
      version,
      deed,
      changedAt: now,
      changedBy: claims.personId ?? claims.subject,
      changedByName: claims.name,
      reason,
      fields: changedFields(before, after) as unknown as Prisma.InputJsonArray,
    },
  });
  await call.announce(RaidRecorded, standingOf(after));
}
