import type { Database, Tx } from './database.js';

export interface WaitingRetry {
  readonly retryId: string;
  readonly documentKey: string;
  readonly retriedAt: Date;
  readonly retriedBy: string;
  readonly byName: string;
  readonly outcome: 'posted' | 'waiting';
  readonly reason: string | null;
}

/** Kept for good, also when the document is posted. */
export async function keepRetry(tx: Tx, retry: WaitingRetry): Promise<void> {
  await tx.waitingRetry.create({ data: retry, select: { retryId: true } });
}

/** By document: the last time that somebody tried it. */
export async function lastRetries(
  database: Database,
  documentKeys: readonly string[],
): Promise<ReadonlyMap<string, Pick<WaitingRetry, 'retriedAt' | 'byName'>>> {
  const rows = await database.waitingRetry.findMany({
    where: { documentKey: { in: [...documentKeys] } },
    orderBy: { retriedAt: 'desc' },
    distinct: ['documentKey'],
  });
  return new Map(rows.map((row) => [row.documentKey, row]));
}
