import { forgetStatements, offerSession, STALE_PLAN, statementName } from '@meridian/bus';
import type { Session } from '@meridian/bus';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { onShortWay } from './short-way.js';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;
type Query = Parameters<Adapter['queryRaw']>[0];

/**
 * Prisma's driver with two things more: statements that come again stay prepared, and the bus gets the session under a
 * transaction for its own statements and those that handlers write themselves.
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

/**
 * Inside of a transaction everything has to be done again, which is for its owner to do; the plans are fresh by then.
 *
 * Statements of one session wait for each other. What is given to it while the end of the transaction waits for its turn would
 * run behind that end, take effect by itself and outlive the rollback: so from the moment at which the end is asked for nothing
 * is taken any more, neither from the bus nor from the second half of one of Prisma's operations.
 */
function offered(transaction: Transaction): Transaction {
  const { client } = transaction as unknown as { readonly client: PoolClient };
  const { queryRaw, executeRaw, commit, rollback } = transaction;
  let isOver = false;
  let hasNoEnd = false;
  const asked = async <R>(ask: () => Promise<R>): Promise<R> => {
    if (isOver) throw new TransactionOver();
    try {
      return await ask();
    } catch (error) {
      if (isStale(error)) forgetStatements();
      throw error;
    }
  };
  const end = async ({ sql }: Query): Promise<number> => {
    isOver = true;
    const ended = await client.query(sql).catch((error: unknown) => {
      hasNoEnd = true;
      throw error;
    });
    if (ended.command !== sql) throw new NotCommitted();
    return 0;
  };
  const leave = (release: () => Promise<void>) => async (): Promise<void> => {
    isOver = true;
    // Whoever came next on this session would find himself in a transaction that others began.
    if (hasNoEnd) client.release(true);
    else await release.call(transaction);
  };
  const ask = (question: QueryConfig) =>
    asked(() => client.query({ ...question, name: statementName(question.text) }));
  const session: Session = {
    $queryRawUnsafe: async <R>(text: string, ...values: unknown[]) => (await ask({ text, values })).rows as R,
    $executeRawUnsafe: async (text: string, ...values: unknown[]) =>
      (await ask({ text, values })).rowCount ?? 0,
    around: (tx) => onShortWay(tx, ask),
  };
  offerSession(session);
  return Object.assign(transaction, {
    queryRaw: (query: Query) => asked(() => queryRaw.call(transaction, query)),
    executeRaw: (query: Query) =>
      ENDS.has(query.sql) ? end(query) : asked(() => executeRaw.call(transaction, query)),
    commit: leave(commit),
    rollback: leave(rollback),
  });
}

/** How Prisma ends a transaction. */
const ENDS: ReadonlySet<string> = new Set(['COMMIT', 'ROLLBACK']);

/** The session may serve someone else by now. The code is Prisma's for a transaction that is closed. */
class TransactionOver extends Error {
  readonly code = 'P2028';
  constructor() {
    super('The transaction is over; its time may have run out.');
    this.name = 'TransactionOver';
  }
}

/**
 * PostgreSQL answers COMMIT with ROLLBACK, and with no error, when a statement of the transaction had failed and somebody caught
 * its error. The code is PostgreSQL's for what is asked in such a transaction.
 */
class NotCommitted extends Error {
  readonly code = '25P02';
  constructor() {
    super(
      'A statement of the transaction had failed, so PostgreSQL rolled it back instead of committing it.',
    );
    this.name = 'NotCommitted';
  }
}

function isStale(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { originalCode?: unknown } };
  return code === STALE_PLAN || cause?.originalCode === STALE_PLAN;
}
