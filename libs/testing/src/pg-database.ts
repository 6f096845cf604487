import { statementName } from '@meridian/bus';
import type { ServiceDatabase, SqlRunner, TransactionLimits } from '@meridian/bus';
import { Pool } from 'pg';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';

/** What a handler on such a database writes with: the bus's own SQL and plain parameters. */
export type PgTx = SqlRunner;

/** A database over plain `pg`, in the shape that the bus expects of a Prisma client. */
export class PgDatabase implements ServiceDatabase<PgTx> {
  readonly #pool: Pool;

  constructor(url: string, connections = 8) {
    this.#pool = new Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000 });
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async $queryRawUnsafe<R>(sql: string, ...values: unknown[]): Promise<R> {
    return (await this.#pool.query(named(sql, values))).rows as R;
  }

  async $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> {
    return (await this.#pool.query(named(sql, values))).rowCount ?? 0;
  }

  async $transaction<R>(work: (tx: PgTx) => Promise<R>, limits?: TransactionLimits): Promise<R> {
    const client = await this.#pool.connect();
    const session = new Session(client);
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await inTime(work(session), limits?.timeout ?? 15_000);
      session.isOver = true;
      await client.query('COMMIT');
      return result;
    } catch (error) {
      session.isOver = true;
      await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

/** A transaction's connection. What asks after its end was asked for would run behind it and take effect by itself: it gets an error. */
class Session implements PgTx {
  isOver = false;

  constructor(private readonly client: PoolClient) {}

  async $queryRawUnsafe<R>(sql: string, ...values: unknown[]): Promise<R> {
    return (await this.#ask(sql, values)).rows as R;
  }

  async $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> {
    return (await this.#ask(sql, values)).rowCount ?? 0;
  }

  async #ask(sql: string, values: unknown[]): Promise<QueryResult> {
    if (this.isOver) throw new Error('The transaction is over.');
    return this.client.query(named(sql, values));
  }
}

/** Prepared once it came again, as on the connections of a service. */
function named(sql: string, values: unknown[]): QueryConfig {
  return { name: statementName(sql), text: sql, values } as QueryConfig;
}

async function inTime<R>(work: Promise<R>, ms: number): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The transaction took more than ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
