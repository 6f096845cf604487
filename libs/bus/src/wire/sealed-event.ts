/** An announced event as the owner recorded it: the envelope and the body as JSON text. The same from outbox, stream and fetch. */
export interface SealedEvent {
  readonly eventId: string;
  /** The owning service. */
  readonly source: string;
  /** The contract's subject, without partition. */
  readonly type: string;
  readonly aggregateId: string;
  /** Dense per aggregate, starting at 1. */
  readonly sequence: number;
  /** The event before it in the same aggregate: how a consumer notices that the owner's history was replaced. */
  readonly previousId: string | null;
  /** Names the history of the owner's database in which the event was written. */
  readonly incarnation: string;
  /** ISO 8601, UTC. */
  readonly occurredAt: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  readonly payload: string;
}
