import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { catalogueCharsOf } from './engine-pool.js';

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** The answer form the schema engine expects from an adapter: a value, or the database's error as a value. */
type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

/** The number of the engine's type for one character. */
const CHARACTER = 6;

/** How a migration's text is run on a connection. */
export type RunScript = (pool: Pool, script: string) => Promise<void>;

/**
 * Binds a pool to the schema engine. `runScript` replaces the adapter's own way of running a migration, which cuts the
 * text at every semicolon (also inside a function body) and gives each piece to any connection of the pool.
 */
export function engineAdapter(pool: Pool, schema: string, runScript: RunScript): object {
  const factory = new PrismaPg(pool, { schema });
  const connecting = (connect: () => Promise<PgAdapter>) =>
    answering(async () => {
      const adapter = await connect();
      return bind(adapter, (script) => runScript(adapter.underlyingDriver(), script));
    });
  return {
    adapterName: factory.adapterName,
    provider: factory.provider,
    errorRegistry: { consumeError: () => undefined },
    connect: connecting(() => factory.connect()),
    connectToShadowDb: connecting(() => factory.connectToShadowDb()),
  };
}

function bind(adapter: PgAdapter, executeScript: (script: string) => Promise<void>): object {
  return {
    adapterName: adapter.adapterName,
    provider: adapter.provider,
    queryRaw: answering(async (query: Parameters<PgAdapter['queryRaw']>[0]) => {
      const answer = await adapter.queryRaw(query);
      for (const at of catalogueCharsOf(answer.rows)) answer.columnTypes[at] = CHARACTER;
      return answer;
    }),
    executeRaw: answering(adapter.executeRaw.bind(adapter)),
    executeScript: answering(executeScript),
    dispose: answering(adapter.dispose.bind(adapter)),
    getConnectionInfo: () => toAnswer(adapter.getConnectionInfo()),
    startTransaction: answering(async () => {
      const transaction = await adapter.startTransaction();
      return {
        adapterName: transaction.adapterName,
        provider: transaction.provider,
        options: transaction.options,
        queryRaw: answering(transaction.queryRaw.bind(transaction)),
        executeRaw: answering(transaction.executeRaw.bind(transaction)),
        commit: answering(transaction.commit.bind(transaction)),
        rollback: answering(transaction.rollback.bind(transaction)),
      };
    }),
  };
}

function answering<Args extends unknown[]>(work: (...args: Args) => Promise<unknown>) {
  return async (...args: Args): Promise<Answer> => {
    try {
      return toAnswer(await work(...args));
    } catch (failure) {
      return { ok: false, error: asDatabaseError(failure) };
    }
  };
}

function toAnswer(value: unknown): Answer {
  return { ok: true, value };
}

/** The adapter's own errors carry the form the engine reads in `cause`; the driver's are put into that form. */
function asDatabaseError(failure: unknown): unknown {
  const error = failure as Error & { code?: string; severity?: string; detail?: string; hint?: string };
  if (error.name === 'DriverAdapterError') return error.cause;
  const { code = 'N/A', severity = 'ERROR', message, detail, hint } = error;
  return {
    kind: 'postgres',
    code,
    severity,
    message,
    detail,
    hint,
    originalCode: code,
    originalMessage: message,
  };
}
