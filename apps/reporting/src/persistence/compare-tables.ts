import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { TABLES } from './tables.js';

export interface Comparison {
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 over every column of every row, in order of their keys. */
  readonly checksum: { readonly before: string; readonly after: string };
  /** A row that is not the same, and what differs in it: the first ones of each table. */
  readonly differing: readonly string[];
}

const NAMED = 20;

/** Compares the tables before the swap (schema `previous`) with those after it, as this transaction sees both. */
export async function compareTables(client: Client): Promise<Comparison> {
  const rows: Record<string, number> = {};
  const before = createHash('sha256');
  const after = createHash('sha256');
  const differing: string[] = [];
  for (const { name, key } of TABLES) {
    const old = await sumOf(client, 'previous', name, key);
    const now = await sumOf(client, 'public', name, key);
    before.update(old.checksum);
    after.update(now.checksum);
    rows[name] = now.rows;
    if (old.checksum !== now.checksum) differing.push(...(await differencesOf(client, name, key)));
  }
  return { rows, checksum: { before: before.digest('hex'), after: after.digest('hex') }, differing };
}

/** The checksum of the read models in use, the same way. */
export async function checksumOf(client: Client): Promise<string> {
  const all = createHash('sha256');
  for (const { name, key } of TABLES) all.update((await sumOf(client, 'public', name, key)).checksum);
  return all.digest('hex');
}

async function sumOf(client: Client, schema: string, name: string, key: string) {
  const { rows } = await client.query<{ rows: number; checksum: string }>(
    `SELECT count(*)::int AS rows, encode(sha256(convert_to(coalesce(string_agg(
              encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), '' ORDER BY ${key}), ''), 'UTF8')), 'hex') AS checksum
       FROM ${schema}.${name} t`,
  );
  return rows[0]!;
}

type Row = Readonly<Record<string, unknown>>;

async function differencesOf(client: Client, name: string, key: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string; old: Row | null; now: Row | null }>(
    `SELECT coalesce(o.${key}, n.${key}) AS id, to_jsonb(o) AS old, to_jsonb(n) AS now
       FROM previous.${name} o FULL JOIN public.${name} n USING (${key})
      WHERE o::text IS DISTINCT FROM n::text ORDER BY 1 LIMIT ${NAMED}`,
  );
  return rows.map(({ id, old, now }) => `${name} ${id}: ${difference(old, now)}`);
}

function difference(old: Row | null, now: Row | null): string {
  if (old === null) return 'was missing';
  if (now === null) return 'should not have been there';
  return Object.keys(now)
    .filter((column) => old[column] !== now[column])
    .map((column) => `${column} was ${JSON.stringify(old[column])}, is ${JSON.stringify(now[column])}`)
    .join('; ');
}
