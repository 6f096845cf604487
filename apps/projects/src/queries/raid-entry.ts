import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { RaidChange, RaidEntry, RaidFile } from '@meridian/contracts-projects';
import type { FieldChange } from '../domain/raid/raid-history.js';
import { Database, type Tx } from '../persistence/database.js';
import { entryNotFound } from '../persistence/raid.js';
import { withoutGaps } from '../persistence/without-gaps.js';
import { toldEntry, type NamedRaidRow } from './told-raid.js';

@Controller()
export class RaidEntryQuery {
  constructor(private readonly database: Database) {}

  @Answers(RaidEntry)
  async handle(@Payload() { projectId, entryId }: RaidEntry, @Ctx() asking: Asking): Promise<RaidFile> {
    const today = asking.now.toISOString().slice(0, 10);
    const { rows, changes } = await this.database.$transaction(
      async (tx) => {
        requireVisible(asking.claims, await tx.project.findUnique({ where: { projectId } }));
        const lineage = await lineageOf(tx, projectId, entryId);
        const steps = await tx.raidChange.findMany({ where: { entryId }, orderBy: { version: 'asc' } });
        return { rows: lineage, changes: steps };
      },
      { isolationLevel: 'RepeatableRead' },
    );
    const lineage = rows.map((row) => toldEntry(row, today));
    const entry = lineage.find((line) => line.entryId === entryId);
    if (!entry) throw entryNotFound();
    return { entry, history: changes.map(toldChange), lineage };
  }
}

/** From the first entry to the last. Entries only go on forward, so that no lineage is longer than three. */
async function lineageOf(tx: Tx, projectId: string, entryId: string): Promise<NamedRaidRow[]> {
  const include = { project: { select: { name: true } } };
  const read = (id: string | null) =>
    id === null ? null : tx.raidEntry.findFirst({ where: { entryId: id, projectId }, include });
  const own = await read(entryId);
  if (own === null) throw entryNotFound();
  const rows = [own];
  for (let before = await read(own.convertedFromId); before; before = await read(before.convertedFromId))
    rows.unshift(before);
  for (let after = await read(own.convertedToId); after; after = await read(after.convertedToId))
    rows.push(after);
  return rows;
}

function toldChange(row: {
  readonly version: number;
  readonly deed: string;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly changedByName: string;
  readonly reason: string | null;
  readonly fields: unknown;
}): RaidChange {
  const { version, changedBy, changedByName, reason } = row;
  return {
    version,
    deed: row.deed as RaidChange['deed'],
    changedAt: row.changedAt.toISOString(),
    changedBy,
    changedByName,
    ...withoutGaps({ reason }),
    fields: (row.fields as readonly FieldChange[]).map(({ field, before, after }) => ({
      field,
      ...withoutGaps({ before, after }),
    })),
  };
}
