import type { Arrival, InboxLimits, LaneWork } from './inbox-protocol.js';
import { isFree } from './lane.js';
import type { Lane } from './lane.js';

/** Places for transactions that are free at the moment. */
export interface FreePlaces {
  readonly healthy: number;
  /** For lanes that failed; `hung` of these at most for lanes whose reaction did not end. */
  readonly suspects: number;
  readonly hung: number;
}

/** Lanes that wait for a transaction of their kind, and when the last one began. */
interface Row<A extends Arrival> {
  readonly name: 'eager' | 'calm';
  readonly lanes: Lane<A>[];
  /** What comes within this time after a transaction began waits for company. */
  readonly gatherMs: number;
  begunAt: number;
}

/** The lanes that may run now, first come first served, and how they share transactions. */
export class ReadyLanes<A extends Arrival> {
  readonly #rows: Readonly<Record<'eager' | 'calm', Row<A>>>;
  readonly #suspects: Lane<A>[] = [];
  readonly #hung: Lane<A>[] = [];

  constructor(private readonly limits: InboxLimits) {
    const row = (name: Row<A>['name']): Row<A> => ({
      name,
      lanes: [],
      gatherMs: limits.gatherMs[name],
      begunAt: Number.NEGATIVE_INFINITY,
    });
    this.#rows = { eager: row('eager'), calm: row('calm') };
  }

  /** When lanes that wait for company run without any; Infinity when none waits. */
  get due(): number {
    const waiting = [this.#rows.eager, this.#rows.calm].filter(({ lanes }) => lanes.length > 0);
    return Math.min(Number.POSITIVE_INFINITY, ...waiting.map(({ begunAt, gatherMs }) => begunAt + gatherMs));
  }

  /** Puts a lane in its row if it can run now and does not stand there already. */
  add(lane: Lane<A>, now: number): void {
    if (!isFree(lane) || lane.waiting.length === 0 || lane.notBefore > now) return;
    const row = rowOf(lane);
    if (lane.row === row) return;
    lane.row = row; // where it stood before, it is passed over
    this.#standing(row).push(lane);
  }

  /** Lanes that a failed transaction held up have waited enough: what is ready runs as soon as there is a place. */
  hurry(): void {
    for (const row of [this.#rows.eager, this.#rows.calm]) row.begunAt = Number.NEGATIVE_INFINITY;
  }

  #standing(row: RowName): Lane<A>[] {
    if (row === 'suspect') return this.#suspects;
    return row === 'hung' ? this.#hung : this.#rows[row].lanes;
  }

  /**
   * Work for transactions to fill the free places. A transaction costs about the same for one event as for twenty, so what is ready
   * goes together, and right after a transaction began the next one waits a moment for more; a lone event waits for nothing. Where
   * enough is ready to fill several, they run side by side at once. Lanes that failed run by themselves in places of their own: one
   * that hangs holds its place for long, and neither the healthy ones nor those that fail quickly must wait for it. So do events that
   * are long.
   */
  fill({ healthy: places, suspects, hung }: FreePlaces, now: number): LaneWork<A>[][] {
    const filled: LaneWork<A>[][] = [];
    for (const row of [this.#rows.eager, this.#rows.calm]) {
      while (filled.length < places && this.#mayBegin(row, now)) {
        const share = Math.ceil(row.lanes.length / (places - filled.length));
        const work = this.#together(row, Math.max(share, this.limits.lanesThatFill), now);
        if (work.length === 0) break;
        row.begunAt = now;
        filled.push(work);
      }
    }
    const alone = this.#alone(suspects, this.#suspects, 'suspect', now);
    const long = this.#alone(Math.min(hung, suspects - alone.length), this.#hung, 'hung', now);
    return [...filled, ...alone, ...long];
  }

  #mayBegin({ lanes, begunAt, gatherMs }: Row<A>, now: number): boolean {
    return lanes.length >= this.limits.lanesThatFill || (lanes.length > 0 && now >= begunAt + gatherMs);
  }

  #together({ name, lanes }: Row<A>, most: number, now: number): LaneWork<A>[] {
    const { lanesPerTransaction, eventsPerTransaction } = this.limits;
    const work: LaneWork<A>[] = [];
    let events = 0;
    while (work.length < Math.min(most, lanesPerTransaction) && events < eventsPerTransaction) {
      const lane = next(lanes, name, now);
      if (!lane) break;
      work.push(taken(lane, eventsPerTransaction - events, now));
      events += lane.runningCount;
    }
    return work;
  }

  #alone(places: number, lanes: Lane<A>[], name: RowName, now: number): LaneWork<A>[][] {
    const filled: LaneWork<A>[][] = [];
    while (filled.length < places) {
      const lane = next(lanes, name, now);
      if (!lane) break;
      filled.push([
        taken(lane, lane.mode === 'single' || isLong(lane) ? 1 : this.limits.eventsPerTransaction, now),
      ]);
    }
    return filled;
  }
}

type RowName = NonNullable<Lane<Arrival>['row']>;

function rowOf<A extends Arrival>(lane: Lane<A>): RowName {
  if (goesAlone(lane)) return lane.hangs ? 'hung' : 'suspect';
  return lane.isEager ? 'eager' : 'calm';
}

function goesAlone<A extends Arrival>(lane: Lane<A>): boolean {
  return lane.mode !== 'shared' || isLong(lane);
}

function isLong<A extends Arrival>({ waiting: [first] }: Lane<A>): boolean {
  return first?.isLong === true;
}

/** The first of a row that can still run; one that was emptied, put off or stands elsewhere by now leaves the row. */
function next<A extends Arrival>(lanes: Lane<A>[], name: Lane<A>['row'], now: number): Lane<A> | undefined {
  for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
    if (lane.row !== name) continue;
    lane.row = null;
    if (lane.waiting.length > 0 && lane.notBefore <= now) return lane;
  }
  return undefined;
}

function taken<A extends Arrival>(lane: Lane<A>, most: number, now: number): LaneWork<A> {
  const next = lane.waiting.slice(0, most);
  const longAt = next.findIndex((arrival, index) => index > 0 && arrival.isLong === true);
  const arrivals = longAt === -1 ? next : next.slice(0, longAt);
  lane.runningCount = arrivals.length;
  lane.touchedAt = now;
  return { aggregateId: lane.aggregateId, arrivals, poison: lane.poison, isAlone: goesAlone(lane) };
}
