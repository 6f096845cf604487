/** Why somebody was not let in. */
export type TurnedAway =
  /** The room is full. */
  | 'full'
  /** Nobody left in time. */
  | 'waited'
  /** The room is full, and this caller takes more of it than others. */
  | 'greedy';

export interface Visitor {
  /** Requests of one caller wait behind each other, callers beside each other. */
  readonly caller: string;
  turnAway(why: TurnedAway): void;
}

export interface RoomSettings {
  readonly capacity: number;
  /** How long a visitor waits after a calm moment. */
  readonly patienceMs: number;
  /** How long a visitor waits while the room does not get empty. */
  readonly standingPatienceMs: number;
  /** A room that was not empty for so long does not get empty; nor one from which somebody was turned away less long ago. */
  readonly standingAfterMs: number;
}

/** Who has fewer waiting than this is nobody who takes more than others. */
const MANY = 4;

/**
 * Where requests wait for their turn: bounded in number and in time. Callers take turns, so one who sends many waits behind
 * himself. A short crowd is waited out; when the queue stands, waiting longer would only make every answer late, so patience and
 * room shrink ("controlled delay": Nichols and Jacobson 2012; Maurer, Fail at Scale, 2015): who could not be let in within the
 * patience is told so at once. No clock: `now` in milliseconds is given; `places` is how many are let in at once.
 */
export class WaitingRoom<V extends Visitor> {
  /** By caller, in order of their next turn. */
  readonly #queues = new Map<string, { readonly visitor: V; readonly since: number }[]>();
  #size = 0;
  #filledSince = 0;
  #standsUntil = Number.NEGATIVE_INFINITY;

  constructor(private readonly settings: RoomSettings) {}

  get size(): number {
    return this.#size;
  }

  /** Why a newcomer of this caller would be turned away, or undefined when he would not. */
  closedTo(caller: string, places: number, now: number): 'full' | 'greedy' | undefined {
    if (!this.#isFull(places, now)) return undefined;
    const own = this.#waitingOf(caller);
    if (this.#waitingOf(this.#greediest()) >= Math.max(MANY, own + 2)) return undefined;
    return own >= MANY ? 'greedy' : 'full';
  }

  /** The visitor waits from now on; when the room is full somebody is turned away, the newcomer or one of who has most here. */
  enter(visitor: V, places: number, now: number): void {
    const closed = this.closedTo(visitor.caller, places, now);
    if (closed) return visitor.turnAway(closed);
    if (this.#isFull(places, now)) this.#first(this.#greediest())!.turnAway('greedy');
    if (this.#size === 0) this.#filledSince = now;
    const queue = this.#queues.get(visitor.caller);
    if (queue) queue.push({ visitor, since: now });
    else this.#queues.set(visitor.caller, [{ visitor, since: now }]);
    this.#size += 1;
  }

  /** Whose turn it is; the caller's next turn comes after everybody else's. */
  next(now: number): V | undefined {
    this.expire(now);
    const caller = this.#queues.keys().next();
    return caller.done ? undefined : this.#first(caller.value);
  }

  /** The visitor went away by himself. */
  leave(visitor: V): void {
    const queue = this.#queues.get(visitor.caller);
    const at = queue?.findIndex((waiting) => waiting.visitor === visitor) ?? -1;
    if (!queue || at < 0) return;
    queue.splice(at, 1);
    this.#size -= 1;
    if (queue.length === 0) this.#queues.delete(visitor.caller);
  }

  /** Turns away who has waited too long. */
  expire(now: number): void {
    const patienceMs = this.#isStanding(now) ? this.settings.standingPatienceMs : this.settings.patienceMs;
    for (const [caller, queue] of this.#queues) {
      const late = queue.findIndex(({ since }) => now - since <= patienceMs);
      const gone = queue.splice(0, late < 0 ? queue.length : late);
      this.#size -= gone.length;
      if (queue.length === 0) this.#queues.delete(caller);
      if (gone.length > 0) this.#standsUntil = now + this.settings.standingAfterMs;
      for (const { visitor } of gone) visitor.turnAway('waited');
    }
  }

  /** A room that got empty only because everybody was turned away is not calm: the next crowd would wait in vain as well. */
  #isStanding(now: number): boolean {
    if (now < this.#standsUntil) return true;
    return this.#size > 0 && now - this.#filledSince > this.settings.standingAfterMs;
  }

  #isFull(places: number, now: number): boolean {
    const { capacity } = this.settings;
    return this.#size >= (this.#isStanding(now) ? Math.min(capacity, places) : capacity);
  }

  #waitingOf(caller: string): number {
    return this.#queues.get(caller)?.length ?? 0;
  }

  #first(caller: string): V | undefined {
    const queue = this.#queues.get(caller)!;
    this.#queues.delete(caller);
    const first = queue.shift();
    this.#size -= 1;
    if (queue.length > 0) this.#queues.set(caller, queue);
    return first?.visitor;
  }

  #greediest(): string {
    let greediest = '';
    let most = 0;
    for (const [caller, { length }] of this.#queues) {
      if (length > most) [greediest, most] = [caller, length];
    }
    return greediest;
  }
}
