import { forgetStatements, offerSession, STALE_PLAN, statementName } from '@meridian/bus';
import type { SqlRunner } from '@meridian/bus';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool, PoolClient, QueryConfig } from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;
type Query = Parameters<Adapter['queryRaw']>[0];

/**
 * Prisma's driver with two things more: statements that come again stay prepared, and the bus gets the session under a
 * transaction for its own statements.
 */
export class SessionAdapter extends PrismaPg {
  constructor(pool: Pool) {
    super(pool, {
      disposeExternalPool: true,
      // Prisma's type knows no undefined; `pg` takes it as "not prepared".
      statementNameGenerator: ({ sql }) => statementName(sql) as string,
    });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const { queryRaw, executeRaw, startTransaction } = adapter;
    return Object.assign(adapter, {
      queryRaw: (query: Query) => replanned(() => queryRaw.call(adapter, query)),
      executeRaw: (query: Query) => replanned(() => executeRaw.call(adapter, query)),
      startTransaction: async (...level: Parameters<Adapter['startTransaction']>) =>
        offered(await startTransaction.apply(adapter, level)),
    });
  }
}

/** A statement outside of transactions had no effect when its plan was stale: it is asked again. */
async function replanned<R>(ask: () => Promise<R>): Promise<R> {
  try {
    return await ask();
  } catch (error) {
    if (!isStale(error)) throw error;
    forgetStatements();
    return ask();
  }
}

/** Inside of a transaction everything has to be done again, which is for its owner to do; the plans are fresh by then. */
function offered(transaction: Transaction): Transaction {
  const { client } = transaction as unknown as { readonly client: PoolClient };
  const { queryRaw, executeRaw, commit, rollback } = transaction;
  let isOver = false;
  const forgetting = async <R>(asked: Promise<R>): Promise<R> => {
    try {
      return await asked;
    } catch (error) {
      if (isStale(error)) forgetStatements();
      throw error;
    }
  };
  const run = (text: string, values: unknown[]) => {
    if (isOver) throw new TransactionOver();
    return forgetting(client.query({ name: statementName(text), text, values } as QueryConfig));
  };
  const session: SqlRunner = {
    $queryRawUnsafe: async <R>(text: string, ...values: unknown[]) => (await run(text, values)).rows as R,
    $executeRawUnsafe: async (text: string, ...values: unknown[]) => (await run(text, values)).rowCount ?? 0,
  };
  offerSession(session);
  return Object.assign(transaction, {
    queryRaw: (query: Query) => forgetting(queryRaw.call(transaction, query)),
    executeRaw: (query: Query) => forgetting(executeRaw.call(transaction, query)),
    commit: () => {
      isOver = true;
      return commit.call(transaction);
    },
    rollback: () => {
      isOver = true;
      return rollback.call(transaction);
    },
  });
}

/** The connection serves someone else by now. The code is Prisma's for a transaction that is closed. */
class TransactionOver extends Error {
  readonly code = 'P2028';
  constructor() {
    super('The transaction is over; its time may have run out.');
    this.name = 'TransactionOver';
  }
}

function isStale(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { originalCode?: unknown } };
  return code === STALE_PLAN || cause?.originalCode === STALE_PLAN;
}
