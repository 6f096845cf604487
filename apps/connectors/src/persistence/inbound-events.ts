import type { Outcome } from '../translation/translate-event.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export interface Arrived {
  readonly recordId: string;
  readonly source: string;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string | null;
  readonly occurredAt: Date | null;
  readonly receivedAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * An event that came before under the same source and id. Until the transaction ends nobody else decides about it, also while it
 * is new: a lock on a row that is not there yet would let two deliveries of it pass at the same time.
 */
export async function lockEarlier(tx: Tx, source: string, eventId: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${source}), hashtext(${eventId}))`;
  return tx.inboundEvent.findUnique({ where: { source_eventId: { source, eventId } } });
}

/** Keeps an event as it came, with what became of it. */
export async function keepEvent(tx: Tx, arrived: Arrived, outcome: Outcome): Promise<void> {
  const kept = { data: arrived.data as Prisma.InputJsonObject, ...verdictOf(outcome) };
  const { source, eventId } = arrived;
  await tx.inboundEvent.upsert({
    where: { source_eventId: { source, eventId } },
    create: { ...arrived, ...kept },
    update: { ...kept, type: arrived.type, attempts: { increment: 1 } },
  });
}

function verdictOf(outcome: Outcome): { verdict: string; reason: string | null } {
  return { verdict: outcome.verdict, reason: outcome.verdict === 'parked' ? outcome.reason : null };
}
