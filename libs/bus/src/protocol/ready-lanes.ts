import type { Arrival, InboxLimits, LaneWork } from './inbox-protocol.js';
import { isFree } from './lane.js';
import type { Lane } from './lane.js';

/** The lanes that may run now, first come first served, and how they share transactions. */
export class ReadyLanes<A extends Arrival> {
  readonly #healthy: Lane<A>[] = [];
  readonly #suspects: Lane<A>[] = [];

  constructor(private readonly limits: InboxLimits) {}

  /** Puts a lane in its row if it can run now and does not stand there already. */
  add(lane: Lane<A>, now: number): void {
    if (lane.queued || !isFree(lane) || lane.waiting.length === 0 || lane.notBefore > now) return;
    lane.queued = true;
    (lane.mode === 'shared' ? this.#healthy : this.#suspects).push(lane);
  }

  /**
   * Work for transactions to fill the free places. What is ready is spread over all of them: few lanes run side by side for speed,
   * many run together for throughput. Lanes that failed run by themselves in places of their own: one that hangs holds its place
   * for long, and the healthy ones must go on.
   */
  fill(places: number, placesForSuspects: number, now: number): LaneWork<A>[][] {
    const filled: LaneWork<A>[][] = [];
    while (filled.length < places) {
      const share = Math.ceil(this.#healthy.length / (places - filled.length));
      const work = this.#together(Math.min(share, this.limits.lanesPerTransaction), now);
      if (work.length === 0) break;
      filled.push(work);
    }
    for (let free = placesForSuspects; free > 0; free -= 1) {
      const work = this.#alone(now);
      if (!work) break;
      filled.push([work]);
    }
    return filled;
  }

  #together(lanes: number, now: number): LaneWork<A>[] {
    const work: LaneWork<A>[] = [];
    let events = 0;
    while (work.length < lanes && events < this.limits.eventsPerTransaction) {
      const lane = next(this.#healthy, now);
      if (!lane) break;
      work.push(taken(lane, this.limits.eventsPerTransaction - events, now));
      events += lane.runningCount;
    }
    return work;
  }

  #alone(now: number): LaneWork<A> | undefined {
    const lane = next(this.#suspects, now);
    return lane && taken(lane, lane.mode === 'single' ? 1 : this.limits.eventsPerTransaction, now);
  }
}

/** The first of a row that can still run; one that was emptied or put off meanwhile leaves the row. */
function next<A extends Arrival>(row: Lane<A>[], now: number): Lane<A> | undefined {
  for (let lane = row.shift(); lane; lane = row.shift()) {
    lane.queued = false;
    if (lane.waiting.length > 0 && lane.notBefore <= now) return lane;
  }
  return undefined;
}

function taken<A extends Arrival>(lane: Lane<A>, most: number, now: number): LaneWork<A> {
  const arrivals = lane.waiting.slice(0, most);
  lane.runningCount = arrivals.length;
  lane.touchedAt = now;
  const isSuspect = lane.mode !== 'shared';
  return { aggregateId: lane.aggregateId, arrivals, poison: lane.poison, isSuspect };
}
