import type { SlotCalendar } from './problem.js';

/** The open slots of a calendar, numbered from 0 in order; after the last closed slot every slot is open. */
export class OpenSlots {
  /** Of slot s: how many slots before it are open. */
  readonly #before: Int32Array;
  /** The slot of each open number up to the last closed slot. */
  readonly #slot: Int32Array;
  readonly #end: number;

  constructor(calendar: SlotCalendar | undefined) {
    this.#end = calendar?.closed.at(-1)?.to ?? 0;
    const closed = new Uint8Array(this.#end);
    for (const { from, to } of calendar?.closed ?? []) closed.fill(1, from, to);
    this.#before = new Int32Array(this.#end + 1);
    const open: number[] = [];
    closed.forEach((isClosed, slot) => {
      if (isClosed === 0) open.push(slot);
      this.#before[slot + 1] = open.length;
    });
    this.#slot = Int32Array.from(open);
  }

  /** How many open slots lie before this one. */
  before(slot: number): number {
    if (slot >= this.#end) return (this.#before[this.#end] as number) + slot - this.#end;
    return this.#before[Math.max(0, slot)] as number;
  }

  /** The slot of an open number. */
  at(number: number): number {
    const known = this.#slot.length;
    return number < known ? (this.#slot[number] as number) : this.#end + number - known;
  }

  /** The first open slot from this one on. */
  from(slot: number): number {
    return this.at(this.before(slot));
  }

  /** Exclusive end of so much work begun in this open slot; a milestone ends where it begins. */
  finish(start: number, duration: number): number {
    return duration === 0 ? start : this.at(this.before(start) + duration - 1) + 1;
  }

  /** The last start from which so much work is done by this exclusive end; negative when there is none. */
  latestStart(end: number, duration: number): number {
    const number = this.before(end) - duration;
    return duration === 0 ? end : number < 0 ? -1 : this.at(number);
  }

  /** The first start from which so much work ends no earlier than this. */
  startEndingFrom(end: number, duration: number): number {
    if (duration === 0) return end;
    const lastSlot = this.from(Math.max(0, end - 1));
    return this.at(Math.max(0, this.before(lastSlot) - duration + 1));
  }
}

/** The calendars of a problem by id; `undefined` is the calendar that never closes. */
export function openSlotsById(
  calendars: readonly SlotCalendar[] | undefined,
): (calendarId: string | undefined) => OpenSlots {
  const always = new OpenSlots(undefined);
  const byId = new Map((calendars ?? []).map((calendar) => [calendar.id, new OpenSlots(calendar)]));
  return (calendarId) => byId.get(calendarId ?? '') ?? always;
}
