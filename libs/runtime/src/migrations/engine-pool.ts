import { Pool } from 'pg';
import type { QueryConfig, QueryResult } from 'pg';
import { migrationConnection } from './engine-input.js';

/** PostgreSQL's catalogue has columns of the one-byte type `"char"`, which the adapter refuses. */
const CATALOGUE_CHAR = 18;
const PLAIN_CHAR = 1042;

const charColumns = new WeakMap<object, readonly number[]>();

/** One connection for the schema engine, whose answers the adapter can read. */
export function enginePool(url: string, schema: string): Pool {
  const pool = new Pool({ ...migrationConnection(url, schema), max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const query = pool.query.bind(pool) as (config: QueryConfig) => Promise<QueryResult>;
  const readable = async (config: QueryConfig): Promise<QueryResult> => {
    const result = await query(config);
    const columns = (result.fields ?? []).flatMap((field, at) =>
      field.dataTypeID === CATALOGUE_CHAR ? [at] : [],
    );
    for (const at of columns) result.fields[at]!.dataTypeID = PLAIN_CHAR;
    if (columns.length > 0) charColumns.set(result.rows, columns);
    return result;
  };
  return Object.assign(pool, { query: readable });
}

/** Which columns of an answer are of the one-byte type; the engine wants to be told. */
export function catalogueCharsOf(rows: object): readonly number[] {
  return charColumns.get(rows) ?? [];
}
