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
   * many run together for throughput.
   */
  fill(places: number, now: number): LaneWork<A>[][] {
    const filled: LaneWork<A>[][] = [];
    while (this.#ready.length > 0 && filled.length < places) {
      const share = Math.ceil(this.#ready.length / (places - filled.length));
      const work = this.#next(Math.min(share, this.limits.lanesPerTransaction), now);
      if (work.length > 0) filled.push(work);
    }
    return filled;
  }

  #next(lanes: number, now: number): LaneWork<A>[] {
    const work: LaneWork<A>[] = [];
    let events = 0;
    while (this.#ready.length > 0 && work.length < lanes && events < this.limits.eventsPerTransaction) {
      const lane = this.#ready[0]!;
      if (lane.mode !== 'shared' && work.length > 0) break;
      this.#ready.shift();
      lane.queued = false;
      if (lane.waiting.length === 0 || lane.notBefore > now) continue;
      const most = lane.mode === 'single' ? 1 : this.limits.eventsPerTransaction - events;
      const arrivals = lane.waiting.slice(0, most);
      lane.runningCount = arrivals.length;
      lane.touchedAt = now;
      events += arrivals.length;
      work.push({ aggregateId: lane.aggregateId, arrivals, poison: lane.poison });
      if (lane.mode !== 'shared') break;
    }
    return work;
  }
}
