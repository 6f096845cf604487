/** Counters since the start of the process and gauges of this moment. The runtime turns them into metrics. */
export interface BusFigures {
  /** Events acknowledged by the broker. */
  published: number;
  /** Events the broker refused or did not answer for in time; they are published again. */
  unacknowledged: number;
  relayFailures: number;
  /** Events that reached a reaction or moved a cursor. */
  delivered: number;
  /** Events that had been taken before. */
  duplicates: number;
  /** Times the next event of an aggregate was missing and asked from its owner. */
  gaps: number;
  /** Events fetched from an owner's outbox instead of the broker. */
  fetched: number;
  parked: number;
  retries: number;
  redriven: number;
  /** Milliseconds between the owner's commit and the effect here, of the last event taken. */
  lastDelayMs: number;
  /** Events received and not yet settled. */
  inFlight: number;
  /** Consumers created anew because they were gone or stood still. */
  consumersRebuilt: number;
  /** Requests being answered, and requests that wait for their turn. */
  requestsRunning: number;
  requestsWaiting: number;
  /** Answers given, by status. */
  answers: Record<'ok' | 'refusal' | 'invalid' | 'busy' | 'failure' | 'late', number>;
}

export function noFigures(): BusFigures {
  return {
    published: 0,
    unacknowledged: 0,
    relayFailures: 0,
    delivered: 0,
    duplicates: 0,
    gaps: 0,
    fetched: 0,
    parked: 0,
    retries: 0,
    redriven: 0,
    lastDelayMs: 0,
    inFlight: 0,
    consumersRebuilt: 0,
    requestsRunning: 0,
    requestsWaiting: 0,
    answers: { ok: 0, refusal: 0, invalid: 0, busy: 0, failure: 0, late: 0 },
  };
}
