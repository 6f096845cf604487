import type { Arrival, FailureClass, InboxLimits } from './inbox-protocol.js';
import { endRun } from './lane.js';
import type { Lane } from './lane.js';

/** A transaction that rolled back, as one of its lanes sees it. */
export interface LaneFailure {
  readonly failure: FailureClass;
  readonly reason: string;
  /** The event whose reaction threw, when it is one of this lane. */
  readonly culpritId: string | null;
  /** Another lane's event threw: this one only shared the transaction. */
  readonly isBystander: boolean;
  readonly lanesInTransaction: number;
}

/**
 * What a failure means for a lane: whose fault it was, how to find out, and whether to give up.
 *
 * @returns whether the lane may try again at once or has to wait
 */
export function noteFailure<A extends Arrival>(
  lane: Lane<A>,
  failed: LaneFailure,
  limits: InboxLimits,
): 'at-once' | 'wait' {
  const { failure, reason, culpritId, isBystander, lanesInTransaction } = failed;
  const count = lane.runningCount;
  const lastTried = lane.waiting[count - 1]!.eventId;
  endRun(lane);
  if (failure === 'outage') return 'wait';
  if (isBystander) return 'at-once';
  lane.hangs = failure === 'hang' && (culpritId !== null || lanesInTransaction === 1);
  if (culpritId !== null && failure === 'permanent') {
    lane.poison = { eventIds: [culpritId], kind: 'permanent', reason, attempts: lane.attempts + 1 };
    return 'at-once';
  }
  if (culpritId === null && lanesInTransaction > 1) {
    lane.mode = 'alone';
    return 'at-once';
  }
  if (count > 1) {
    lane.mode = 'single';
    lane.suspect = culpritId ?? lastTried;
    return 'at-once';
  }
  return countAttempt(lane, lastTried, failed, limits);
}

/** Something was done: what was held against the lane is forgotten, unless the event it was about still waits. */
export function relax<A extends Arrival>(lane: Lane<A>): void {
  const waits = (eventId: string | undefined) => lane.waiting.some((arrival) => arrival.eventId === eventId);
  Object.assign(lane, { failures: 0, notBefore: 0 });
  if (!lane.poison?.eventIds.some(waits)) lane.poison = null;
  if (!waits(lane.suspect ?? undefined))
    Object.assign(lane, { suspect: null, mode: 'shared', attempts: 0, hangs: false });
}

/** The event was alone in its transaction, so the failure is its own. */
function countAttempt<A extends Arrival>(
  lane: Lane<A>,
  eventId: string,
  { failure, reason }: LaneFailure,
  limits: InboxLimits,
): 'at-once' | 'wait' {
  if (lane.suspect !== eventId) lane.attempts = 0;
  lane.attempts += 1;
  lane.suspect = eventId;
  lane.mode = 'single';
  const { attempts } = lane;
  const isFinal = failure === 'permanent' || (failure !== 'outage' && attempts >= limits.attempts[failure]);
  if (!isFinal) return 'wait';
  const kind = failure === 'permanent' || failure === 'hang' ? failure : 'exhausted';
  lane.poison = { eventIds: [eventId], kind, reason, attempts };
  lane.hangs = false; // to park it takes no time
  return 'at-once';
}
