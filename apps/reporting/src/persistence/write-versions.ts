import type { RowVersions } from '@meridian/bus';
import { columnsOf } from './columns.js';
import type { Tx } from './database.js';
import type { Table } from './tables.js';

/** Writes rows of one table that changed in memory, wave by wave. A version that has nothing but its key takes the row away. */
export async function writeVersions(tx: Tx, table: Table, rows: RowVersions<object>): Promise<void> {
  for (let wave = 0; wave < rows.waves; wave += 1) await writeWave(tx, table, rows.wave(wave).map(columnsOf));
}

async function writeWave(tx: Tx, { name, key }: Table, rows: readonly Columns[]): Promise<void> {
  const kept = rows.filter((row) => Object.keys(row).length > 1);
  const gone = rows.filter((row) => Object.keys(row).length === 1).map((row) => row[key]);
  if (gone.length > 0)
    await tx.$executeRawUnsafe(`DELETE FROM ${name} WHERE ${key} = ANY ($1::uuid[])`, gone);
  if (kept.length > 0) await tx.$executeRawUnsafe(upsert(name, key, kept[0]!), JSON.stringify(kept));
}

type Columns = Readonly<Record<string, unknown>>;

function upsert(name: string, key: string, row: Columns): string {
  const columns = Object.keys(row);
  const told = columns.filter((column) => column !== key).map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${name} (${columns.join(', ')})
    SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${name}, $1::json)
    ON CONFLICT (${key}) DO UPDATE SET ${told.join(', ')}`;
}
