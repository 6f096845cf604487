/** What the bus runs its own SQL on: a Prisma 7 client or transaction client has this shape. */
export interface SqlRunner {
  $queryRawUnsafe<R = unknown>(sql: string, ...values: unknown[]): PromiseLike<R>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<number>;
}

export interface TransactionLimits {
  /** How long to wait for a connection. */
  readonly maxWait: number;
  /** After this the transaction is rolled back. */
  readonly timeout: number;
}

/** The service's database as the bus needs it: a Prisma 7 client has this shape. */
export interface ServiceDatabase<Tx extends SqlRunner = SqlRunner> extends SqlRunner {
  $transaction<R>(work: (tx: Tx) => Promise<R>, limits?: TransactionLimits): Promise<R>;
}
