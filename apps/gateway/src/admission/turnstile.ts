import { ConcurrencyLimit } from './concurrency-limit.js';
import type { LimitSettings } from './concurrency-limit.js';
import { WaitingRoom } from './waiting-room.js';
import type { RoomSettings, TurnedAway, Visitor } from './waiting-room.js';

export interface TurnstileSettings {
  readonly limit: LimitSettings;
  readonly room: RoomSettings;
}

export interface Guest extends Visitor {
  /** His turn: the request goes on. */
  letIn(): void;
}

/** Lets in as many requests at once as are answered in time; the others wait a little or are turned away. `now` is given. */
export class Turnstile<G extends Guest = Guest> {
  readonly #limit: ConcurrencyLimit;
  readonly #room: WaitingRoom<G>;
  readonly #inside = new Map<G, number>();

  constructor(settings: TurnstileSettings) {
    this.#limit = new ConcurrencyLimit(settings.limit);
    this.#room = new WaitingRoom(settings.room);
  }

  get running(): number {
    return this.#inside.size;
  }

  get waiting(): number {
    return this.#room.size;
  }

  get limit(): number {
    return this.#limit.current;
  }

  /** Why a newcomer of this caller would be turned away at once, or undefined when he would not. */
  closedTo(caller: string, now: number): TurnedAway | undefined {
    return this.waiting === 0 ? undefined : this.#room.closedTo(caller, this.limit, now);
  }

  arrive(guest: G, now: number): void {
    if (this.running < this.limit && this.waiting === 0) this.#letIn(guest, now);
    else {
      this.#room.enter(guest, this.limit, now);
      this.#fill(now);
    }
  }

  /**
   * The request is over, answered or not.
   *
   * @param isTelling whether its time says something about the services: an answer or an outage does, a refusal that cost
   * nothing does not
   */
  left(guest: G, isTelling: boolean, now: number): void {
    const since = this.#inside.get(guest);
    if (since === undefined) return this.#room.leave(guest);
    if (isTelling) this.#limit.answered(now - since, this.running, now);
    this.#inside.delete(guest);
    this.#fill(now);
  }

  /** To be called every now and then while somebody waits. */
  tick(now: number): void {
    this.#room.expire(now);
    this.#fill(now);
  }

  #fill(now: number): void {
    while (this.running < this.limit && this.waiting > 0) {
      const next = this.#room.next(now);
      if (next) this.#letIn(next, now);
    }
  }

  #letIn(guest: G, now: number): void {
    this.#inside.set(guest, now);
    guest.letIn();
  }
}
