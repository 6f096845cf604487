import type { Arrival, InboxLimits, LaneWork } from './inbox-protocol.js';
import { isFree } from './lane.js';
import type { Lane } from './lane.js';

/** The lanes that may run now, first come first served, and how they share transactions. */
export class ReadyLanes<A extends Arrival> {
  readonly #ready: Lane<A>[] = [];

  constructor(private readonly limits: InboxLimits) {}

  /** Puts a lane in the row if it can run now and does not stand there already. */
  add(lane: Lane<A>, now: number): void {
    if (lane.queued || !isFree(lane) || lane.waiting.length === 0 || lane.notBefore > now) return;
    lane.queued = true;
    this.#ready.push(lane);
  }

  /**
   * Work for transactions to fill the free places. What is ready is spread over all of them: few lanes run side by side for speed,
   * many run together for throughput. Lanes that failed run by themselves, and in no more than `forSuspects` of the places: one
   * that hangs holds its place for long, and the healthy ones must go on.
   */
  fill(places: number, forSuspects: number, now: number): LaneWork<A>[][] {
    const filled: LaneWork<A>[][] = [];
    let suspects = 0;
    while (filled.length < places) {
      const share = Math.ceil(this.#ready.length / (places - filled.length));
      const most = Math.min(share, this.limits.lanesPerTransaction);
      const work = this.#next(most, suspects < forSuspects, now);
      if (work.length === 0) break;
      if (work[0]!.isSuspect) suspects += 1;
      filled.push(work);
    }
    return filled;
  }

  #next(lanes: number, maySuspect: boolean, now: number): LaneWork<A>[] {
    const work: LaneWork<A>[] = [];
    let events = 0;
    for (let at = 0; at < this.#ready.length && work.length < lanes;) {
      if (events >= this.limits.eventsPerTransaction) break;
      const lane = this.#ready[at]!;
      const isSuspect = lane.mode !== 'shared';
      if (isSuspect && (work.length > 0 || !maySuspect)) {
        at += 1;
        continue;
      }
      this.#ready.splice(at, 1);
      lane.queued = false;
      if (lane.waiting.length === 0 || lane.notBefore > now) continue;
      const most = lane.mode === 'single' ? 1 : this.limits.eventsPerTransaction - events;
      const arrivals = lane.waiting.slice(0, most);
      lane.runningCount = arrivals.length;
      lane.touchedAt = now;
      events += arrivals.length;
      work.push({ aggregateId: lane.aggregateId, arrivals, poison: lane.poison, isSuspect });
      if (isSuspect) break;
    }
    return work;
  }
}
