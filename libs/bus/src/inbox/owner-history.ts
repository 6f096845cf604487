import { Unavailable } from '../requests/request-errors.js';
import type { Requests } from '../requests/requests.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { OwnerRecord } from './inbox-ports.js';
import { RemoteOwner } from './remote-owner.js';

/** A place in the history of one aggregate: its last event; sequence 0 and null before the first. */
export interface Place {
  readonly sequence: number;
  readonly eventId: string | null;
}

/** A stretch of an aggregate's history: the events behind `from`, up to and with `upTo`. */
export interface Stretch {
  readonly aggregateId: string;
  readonly from: Place;
  readonly upTo: Place;
}

const MOST_AGGREGATES = 500;
const FIRST_PAGE = 250;
const MOST_EVENTS = 2_000;
/** About what a page should weigh: a larger one would hold up the owner, which packs it in one go. */
const PAGE_BYTES = 2 * 1024 * 1024;
const ATTEMPTS = 4;

/** An owner's record, to be walked through; ask with the bus of the service that reads. */
export function ownerRecord(requests: Requests, service: string, owner: string): OwnerRecord {
  return new RemoteOwner(requests, service, owner);
}

/**
 * Walks through stretches of an owner's record, page by page; events of one aggregate come in order.
 *
 * @throws Error when the record does not hold what a stretch names: its owner was set back to an earlier state.
 */
export async function* historyOf(
  record: OwnerRecord,
  stretches: readonly Stretch[],
): AsyncGenerator<readonly SealedEvent[]> {
  let open = stretches.filter(({ from, upTo }) => upTo.sequence > from.sequence);
  let limit = FIRST_PAGE;
  while (open.length > 0) {
    const asked = firstOf(open, limit);
    const wanted = asked.map(({ aggregateId, from }) => ({ aggregateId, fromSequence: from.sequence + 1 }));
    const answered = await patiently(() => record.fetchEvents(wanted, limit));
    const { events, left } = followed(asked, answered);
    if (events.length === 0) throw new HistoryLost(asked[0]!);
    yield events;
    open = [...left, ...open.slice(asked.length)];
    limit = fitting(limit, answered);
  }
}

/** The record of an owner does not hold what was taken from it once. */
export class HistoryLost extends Error {
  constructor({ aggregateId, from, upTo }: Stretch) {
    super(
      `The owner's record of ${aggregateId} does not lead from event ${from.sequence} to ${upTo.sequence} ` +
        `(${upTo.eventId ?? 'none'}), which was taken here: it was set back or replaced.`,
    );
    this.name = 'HistoryLost';
  }
}

/** As many stretches as one page may hold. */
function firstOf(open: readonly Stretch[], limit: number): readonly Stretch[] {
  let events = 0;
  const end = open.findIndex(({ from, upTo }, index) => {
    if (events >= limit || index === MOST_AGGREGATES) return true;
    events += upTo.sequence - from.sequence;
    return false;
  });
  return end === -1 ? open : open.slice(0, end);
}

/** Puts an answer beside what was asked: every event must name the one before it. */
function followed(asked: readonly Stretch[], answered: readonly SealedEvent[]) {
  const places = new Map(asked.map((stretch) => [stretch.aggregateId, stretch]));
  const events: SealedEvent[] = [];
  for (const event of answered) {
    const stretch = places.get(event.aggregateId);
    if (!stretch || event.sequence > stretch.upTo.sequence) continue;
    const { from, upTo } = stretch;
    const isNext = event.sequence === from.sequence + 1 && event.previousId === from.eventId;
    const isOther = event.sequence === upTo.sequence && event.eventId !== upTo.eventId;
    if (!isNext || isOther) throw new HistoryLost(stretch);
    places.set(event.aggregateId, {
      ...stretch,
      from: { sequence: event.sequence, eventId: event.eventId },
    });
    events.push(event);
  }
  return { events, left: [...places.values()].filter(({ from, upTo }) => from.sequence < upTo.sequence) };
}

function fitting(limit: number, events: readonly SealedEvent[]): number {
  const bytes = events.reduce((sum, { payload }) => sum + payload.length + 400, 0);
  const share = Math.min(2, PAGE_BYTES / bytes);
  return Math.max(1, Math.min(MOST_EVENTS, Math.floor(limit * share)));
}

/** A busy owner is asked again; asking changes nothing. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt === ATTEMPTS) throw error;
    }
  }
}
