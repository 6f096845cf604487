import type { Tx } from './database.js';

type Table =
  | 'project'
  | 'portfolio_snapshot'
  | 'task'
  | 'link'
  | 'assignment'
  | 'milestone'
  | 'milestone_history'
  | 'baseline_task'
  | 'baseline_link'
  | 'stage_transition'
  | 'project_place'
  | 'backlog_item';

/**
 * Writes many rows in one statement. Each row has all columns of the table, named as in the Prisma schema or as in the
 * database; with `key`, a row that is there already is overwritten.
 */
export async function writeRows(
  tx: Tx,
  table: Table,
  rows: readonly object[],
  key?: readonly string[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).map(snakeCase);
  const json = JSON.stringify(rows.map(inDatabase), (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const names = columns.map((column) => `"${column}"`).join(', ');
  await tx.$executeRawUnsafe(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(null::${table}, $1::json) ${
      key ? overwriting(columns, key) : ''
    }`,
    json,
  );
}

function overwriting(columns: readonly string[], key: readonly string[]): string {
  const others = columns.filter((column) => !key.includes(column));
  const changes = others.map((column) => `"${column}" = excluded."${column}"`);
  return `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}

function inDatabase(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [snakeCase(key), value as unknown]));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
