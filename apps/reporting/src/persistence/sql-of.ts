import type { SqlRunner } from '@meridian/bus';
import type { Client } from 'pg';

/** A plain connection in the shape on which the bus runs its SQL. */
export function sqlOf(client: Client): SqlRunner {
  return {
    $queryRawUnsafe: async <R>(sql: string, ...values: unknown[]) =>
      (await client.query(sql, values)).rows as R,
    $executeRawUnsafe: async (sql: string, ...values: unknown[]) =>
      (await client.query(sql, values)).rowCount ?? 0,
  };
}
