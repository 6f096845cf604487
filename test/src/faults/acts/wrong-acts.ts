import type { Deviation } from '../deviation.js';

/** Something a service announced, as its record has it. */
export interface Act {
  readonly eventId: string;
  readonly aggregateId: string;
  readonly sequence: number;
  /** The event it reacted to, or the key of the command it carried out; null for work of its own. */
  readonly causationId: string | null;
  /** The transaction. */
  readonly writtenIn: string;
}

const NAMES_SHOWN = 3;

/**
 * What services announced tells how they acted, also where what was wrong is not to be seen in the end because something later
 * wrote over it. One command or one event is acted upon in one transaction; the events of one aggregate are acted upon in
 * their order. `records` holds what each service announced, in the order of sequence within each aggregate.
 */
export function wrongActs(records: ReadonlyMap<string, readonly Act[]>): Deviation[] {
  const origins = originsOf(records);
  return [...records].flatMap(([service, acts]) => [
    ...twice(service, acts),
    ...disordered(service, acts, origins),
  ]);
}

function twice(service: string, acts: readonly Act[]): Deviation[] {
  const transactions = new Map<string, Set<string>>();
  for (const { causationId, writtenIn } of acts) {
    if (causationId === null) continue;
    const known = transactions.get(causationId) ?? new Set();
    transactions.set(causationId, known.add(writtenIn));
  }
  const names = [...transactions].filter(([, { size }]) => size > 1).map(([causationId]) => causationId);
  return deviation('twice', `${service} acted more than once upon`, names);
}

interface Origin {
  /** Owner and aggregate. */
  readonly line: string;
  readonly sequence: number;
}

function originsOf(records: ReadonlyMap<string, readonly Act[]>): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const [service, acts] of records) {
    for (const { eventId, aggregateId, sequence } of acts) {
      origins.set(eventId, { line: `${service} ${aggregateId}`, sequence });
    }
  }
  return origins;
}

/** Compared within each aggregate of the consumer: only there does its own record have an order. */
function disordered(
  service: string,
  acts: readonly Act[],
  origins: ReadonlyMap<string, Origin>,
): Deviation[] {
  const latest = new Map<string, number>();
  const names = acts.flatMap(({ aggregateId, causationId }) => {
    const origin = causationId === null ? undefined : origins.get(causationId);
    if (origin === undefined) return [];
    const place = `${aggregateId} ${origin.line}`;
    const before = latest.get(place) ?? 0;
    latest.set(place, Math.max(before, origin.sequence));
    return origin.sequence < before ? [`${origin.line} ${origin.sequence} after ${before}`] : [];
  });
  return deviation('out of order', `${service} acted out of order upon`, names);
}

function deviation(wrong: Deviation['wrong'], what: string, names: readonly string[]): Deviation[] {
  if (names.length === 0) return [];
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return [
    { wrong, count: names.length, what: `${what} ${names.slice(0, NAMES_SHOWN).join(', ')}${more}`, names },
  ];
}
