import type {
  Acknowledgement,
  PendingEvent,
  RelayEffect,
  RelayInput,
  RelayState,
  RelayStep,
  StreamMessage,
} from './relay-protocol.js';
import type { Inspection } from './relay-protocol.js';
import { backoffMs } from './backoff.js';

/**
 * Batches, and looks at the stream, between two confirmations, when the relay never rests for a whole second. Somebody who writes into
 * the stream makes a look necessary each time; what the consumers confirmed does not change by that.
 */
const BATCHES_PER_CONFIRMATION = 16;
/** Messages read back from the stream in one go when our records are behind it. */
const RECONCILE_CHUNK = 512;
/** An idle relay compares the stream with the record this often: a broker wiped while nothing happens is noticed. */
const IDLE_CHECK_MS = 1_000;

/** Where every relay begins. */
export const RELAY_START: RelayStep = {
  state: {
    role: 'standby',
    chain: { sequence: 0, messageId: null },
    batch: [],
    failures: 0,
    sinceConfirm: BATCHES_PER_CONFIRMATION,
    confirmed: 0,
    distrusts: false,
    repeated: [],
  },
  effect: { kind: 'campaign' },
};

/**
 * The owner's side of the promise "no event is lost": which rows to publish, after what, and when to publish again.
 *
 * Pure. The driver (relay/relay-loop.ts in production) performs the one effect a step asks for and hands its outcome back as
 * the next input. Safety rests on three things only: a row leaves the pending list in a statement that checks fence and epoch;
 * every publish names its predecessor; and a stream is compared with the record before it is trusted, again every second.
 */
export function stepRelay(state: RelayState, input: RelayInput): RelayStep {
  switch (input.kind) {
    case 'elected':
      return { state: { ...state, role: 'leader', failures: 0 }, effect: { kind: 'inspect' } };
    case 'not-elected':
      return { state: standby(state), effect: { kind: 'rest', maxMs: 500, wakeable: false } };
    case 'deposed':
      return { state: standby(state), effect: { kind: 'campaign' } };
    case 'failed':
      return retreat(state);
    case 'inspected':
      return compare(state, input.inspection);
    case 'adopted':
    case 'history-renamed':
      return { state, effect: { kind: 'inspect' } };
    case 'reconciled':
      if (input.replaced) return { state: { ...state, distrusts: true }, effect: { kind: 'inspect' } };
      return { state, effect: input.unknown ? { kind: 'rename-history' } : { kind: 'inspect' } };
    case 'confirmed':
      return { state: { ...state, sinceConfirm: 0 }, effect: { kind: 'load' } };
    case 'loaded':
      return publishAll(state, input.events);
    case 'published':
      return settle(state, input.acknowledgements);
    case 'marked':
      return afterMark(state, input.broken);
    case 'rested':
      return afterRest(state, input.why);
  }
}

function standby(state: RelayState): RelayState {
  return { ...state, role: 'standby', batch: [], chain: { sequence: 0, messageId: null }, repeated: [] };
}

function retreat(state: RelayState): RelayStep {
  const failures = state.failures + 1;
  const maxMs = backoffMs(failures, { firstMs: 50, capMs: 2_000 });
  return { state: { ...state, failures, batch: [] }, effect: { kind: 'rest', maxMs, wakeable: false } };
}

/** The heart: what the stream says against what we recorded. */
function compare({ repeated, ...before }: RelayState, seen: Inspection): RelayStep {
  const state: RelayState = { ...before, repeated: [] };
  const { epoch, lastSequence, record } = seen;
  if (record.epoch !== epoch) {
    // Another life of the stream: whatever the consumers had not confirmed may be gone with the old one.
    const why = record.epoch === null ? 'first-life' : 'another-life';
    return { state, effect: { kind: 'adopt', why, epoch, keepUpTo: record.confirmed, confirmed: 0 } };
  }
  // A duplicate may be recorded where everything is confirmed already, so the record alone does not say how far we were.
  if (state.distrusts && record.sent) return forgetRecords(state, seen, record.sent.streamSequence - 1);
  const sentUpTo = Math.max(record.sent?.streamSequence ?? 0, record.confirmed);
  if (sentUpTo > lastSequence) {
    // The stream lost its tail: acknowledged by the broker, gone after a power cut.
    return forgetRecords(state, seen, lastSequence);
  }
  if (sentUpTo < lastSequence) {
    const to = Math.min(lastSequence, sentUpTo + RECONCILE_CHUNK);
    const after = record.sent?.streamSequence === sentUpTo ? record.sent : null;
    return { state, effect: { kind: 'reconcile', epoch, from: sentUpTo + 1, to, after } };
  }
  const isRecorded = record.sent?.streamSequence === lastSequence && seen.lastEventId !== null;
  if (isRecorded && seen.lastEventId !== record.sent!.eventId) {
    // Same length, other content: the tail was lost and written again by someone else.
    return forgetRecords(state, seen, lastSequence - 1);
  }
  const ready: RelayState = {
    ...state,
    // A server that was restarted may have forgotten the id of its last message and refuse every one: the next attempt goes without.
    chain: { sequence: lastSequence, messageId: state.failures === 0 ? seen.lastEventId : null },
    confirmed: record.confirmed,
    batch: [],
    distrusts: false,
    sinceConfirm: record.sent ? state.sinceConfirm + 1 : 0,
  };
  if (repeated.length > 0) return { state: ready, effect: { kind: 'mark', marks: repeated, broken: true } };
  return { state: ready, effect: record.sent ? confirmOrLoad(ready, record.sent) : { kind: 'load' } };
}

/**
 * What our records say of the stream is no longer so. Everything that consumers have not confirmed is pending again; what of it
 * stands in the stream all the same is recognised there in the next step. A record is kept only where it is confirmed and below
 * the place that was found wrong, or it would be found wrong for ever.
 */
function forgetRecords(state: RelayState, { epoch, record }: Inspection, upTo: number): RelayStep {
  const keepUpTo = Math.min(record.confirmed, upTo);
  return {
    state: { ...state, distrusts: false },
    effect: { kind: 'adopt', why: 'other-content', epoch, keepUpTo, confirmed: keepUpTo },
  };
}

function publishAll(state: RelayState, events: readonly PendingEvent[]): RelayStep {
  if (events.length === 0) {
    const idle = { ...state, batch: [], failures: 0 };
    return { state: idle, effect: { kind: 'rest', maxMs: IDLE_CHECK_MS, wakeable: true } };
  }
  const publishes = events.map((event, index) => ({
    event,
    expectedLastSequence: state.chain.sequence + index,
    expectedLastMessageId: index === 0 ? state.chain.messageId : events[index - 1]!.eventId,
  }));
  return { state: { ...state, batch: events }, effect: { kind: 'publish', publishes } };
}

/**
 * Marked is what followed its predecessor without a break. A duplicate breaks the chain even in the right place: it may stand there
 * since a time when another message stood before it, and what stands there now is for the next look to tell. What stands where everything is confirmed is marked after one more look:
 * the stream may have begun another life, in which nobody has confirmed anything. Any other answer speaks of a stream that is no longer
 * the one we compared, or of a place that our records give to another event: nothing of it is believed.
 */
function settle(state: RelayState, acknowledgements: readonly (Acknowledgement | null)[]): RelayStep {
  const { batch, chain } = state;
  const marks: StreamMessage[] = [];
  const repeated: StreamMessage[] = [];
  let broken = false;
  let distrusts = false;
  batch.forEach((event, index) => {
    const acknowledgement = acknowledgements[index] ?? null;
    const isNext = acknowledgement?.streamSequence === chain.sequence + index + 1;
    broken ||= !isNext || acknowledgement.isDuplicate;
    if (acknowledgement === null) return;
    const { streamSequence } = acknowledgement;
    if (!broken) marks.push({ ...event, streamSequence });
    else if (streamSequence <= state.confirmed) repeated.push({ ...event, streamSequence });
    else if (!isNext) distrusts = true;
  });
  const next: RelayState = { ...state, distrusts, repeated };
  if (marks.length > 0) return { state: next, effect: { kind: 'mark', marks, broken } };
  if (repeated.length > 0) return { state: { ...next, batch: [] }, effect: { kind: 'inspect' } };
  // Somebody may have written into the stream in between: look at once, and rest only when that did not help.
  return state.failures > 0
    ? retreat(next)
    : { state: { ...next, failures: 1, batch: [] }, effect: { kind: 'inspect' } };
}

function afterMark(state: RelayState, broken: boolean): RelayStep {
  if (broken) return { state: { ...state, batch: [] }, effect: { kind: 'inspect' } };
  const last = state.batch.at(-1)!;
  const next: RelayState = {
    ...state,
    chain: { sequence: state.chain.sequence + state.batch.length, messageId: last.eventId },
    batch: [],
    failures: 0,
    sinceConfirm: state.sinceConfirm + 1,
  };
  const end = { streamSequence: next.chain.sequence, eventId: last.eventId };
  return { state: next, effect: confirmOrLoad(next, end) };
}

function confirmOrLoad(
  { sinceConfirm }: RelayState,
  end: { readonly streamSequence: number; readonly eventId: string },
): RelayEffect {
  return sinceConfirm >= BATCHES_PER_CONFIRMATION ? { kind: 'confirm', end } : { kind: 'load' };
}

function afterRest(state: RelayState, why: 'woken' | 'time-passed'): RelayStep {
  if (state.role === 'standby') return { state, effect: { kind: 'campaign' } };
  if (why === 'woken') return { state, effect: { kind: 'load' } };
  return { state: { ...state, sinceConfirm: BATCHES_PER_CONFIRMATION }, effect: { kind: 'inspect' } };
}
