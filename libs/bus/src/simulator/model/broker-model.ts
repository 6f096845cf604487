import type { Acknowledgement, Publish, StreamMessage } from '../../protocol/relay-protocol.js';
import { DurableConsumer } from './durable-consumer.js';
import type { ModelEvent } from './model-event.js';

export interface Stored {
  readonly event: ModelEvent;
  readonly streamSequence: number;
}

/** JetStream as far as the protocol relies on it: one stream, its chain checks and duplicate window, a durable consumer per service. */
export class BrokerModel {
  epoch = '1';
  /** Rises when sequence numbers are given again; an acknowledgement from before may then hit another message. */
  generation = 1;
  lastSequence = 0;
  /** Contiguous; the oldest may be gone. */
  messages: Stored[] = [];
  readonly consumers: readonly DurableConsumer[];
  /** Forgotten by a restart, as the server's memory of ids is. */
  lastMessageId: string | null = null;
  windowGeneration = 1;
  #lives = 1;
  #moments = 0;
  #copy: { readonly epoch: string; readonly lastSequence: number; readonly messages: Stored[] } | null = null;

  constructor(
    services: number,
    /** A server that lost its tail may take a late acknowledgement for the message that has the number now. */
    readonly mistakesLateAcknowledgements: boolean,
  ) {
    this.consumers = Array.from({ length: services }, () => new DurableConsumer(this));
  }

  /** The sequence of the oldest message that is still stored. */
  get first(): number {
    return this.lastSequence - this.messages.length + 1;
  }

  get lastEventId(): string | null {
    return this.messages.at(-1)?.event.eventId ?? null;
  }

  publish({ event, expectedLastSequence, expectedLastMessageId }: Publish): Acknowledgement | null {
    const sent = event as ModelEvent;
    if (sent.windowGeneration === this.windowGeneration) return this.duplicate(sent);
    if (expectedLastSequence !== this.lastSequence) return null;
    if (expectedLastMessageId !== null && expectedLastMessageId !== this.lastMessageId) return null;
    return { streamSequence: this.append(sent), isDuplicate: false };
  }

  duplicate({ windowSequence }: ModelEvent): Acknowledgement | null {
    return { streamSequence: windowSequence, isDuplicate: true };
  }

  append(event: ModelEvent): number {
    this.lastSequence += 1;
    this.messages.push({ event, streamSequence: this.lastSequence });
    this.#remember(event, this.lastSequence);
    return this.lastSequence;
  }

  /** As relay/stream-message.ts: what is no event is named by the moment it was stored, which never comes again. */
  nameLitter(): string {
    this.#moments += 1;
    return `?${this.#moments}`;
  }

  at(streamSequence: number): Stored | undefined {
    return this.messages[streamSequence - this.first];
  }

  read(from: number, to: number): StreamMessage[] {
    const found: StreamMessage[] = [];
    for (let at = Math.max(from, this.first); at <= Math.min(to, this.lastSequence); at += 1) {
      const { eventId, aggregateId, sequence } = this.at(at)!.event;
      found.push({ eventId, aggregateId, sequence, streamSequence: at });
    }
    return found;
  }

  /** What every durable consumer has confirmed; a deleted one does not count, as in the server's list. */
  confirmedFloor(): number | null {
    let floor: number | null = null;
    for (const consumer of this.consumers) {
      if (!consumer.isDeleted) floor = Math.min(floor ?? Number.MAX_SAFE_INTEGER, consumer.floor);
    }
    return floor;
  }

  wipe(): void {
    this.#lives += 1;
    this.epoch = String(this.#lives);
    this.generation += 1;
    this.messages = [];
    this.lastSequence = 0;
    for (const consumer of this.consumers) consumer.recreate();
    this.restart(false);
  }

  get hasCopy(): boolean {
    return this.#copy !== null;
  }

  takeCopy(): void {
    const { epoch, lastSequence, messages } = this;
    this.#copy = { epoch, lastSequence, messages: [...messages] };
    for (const consumer of this.consumers) consumer.takeCopy();
  }

  /** @returns whether anything is other than before */
  restoreCopy(remembersIds: boolean): boolean {
    const { epoch, lastSequence, messages } = this.#copy!;
    const isOther = epoch !== this.epoch || lastSequence !== this.lastSequence;
    this.generation += 1;
    this.epoch = epoch;
    this.lastSequence = lastSequence;
    this.messages = [...messages];
    for (const consumer of this.consumers) consumer.restoreCopy();
    this.restart(remembersIds);
    return isOther;
  }

  /** A power cut: the newest messages were acknowledged and are gone all the same. */
  loseTail(
    count: number,
    how: { readonly consumersStayAhead: boolean; readonly remembersIds: boolean },
  ): void {
    this.generation += 1;
    // A copy from before would hold other messages under numbers that are given again in this life.
    if (this.#copy?.epoch === this.epoch) this.#copy = null;
    this.lastSequence = Math.max(0, this.lastSequence - count);
    this.messages.length = Math.max(0, this.messages.length - count);
    if (!how.consumersStayAhead) for (const consumer of this.consumers) consumer.truncate(this.lastSequence);
    this.restart(how.remembersIds);
  }

  /** Old messages went away before anyone took them. */
  forgetOldest(count: number): void {
    this.messages.splice(0, count);
  }

  /** Hours: the server no longer knows which ids it has seen. */
  forgetWindow(): void {
    this.windowGeneration += 1;
  }

  /** @param remembersIds it reads the ids of its window from disk; without, all of them are too old for that */
  restart(remembersIds: boolean): void {
    this.lastMessageId = null;
    this.forgetWindow();
    if (remembersIds)
      for (const { event, streamSequence } of this.messages) this.#remember(event, streamSequence);
  }

  #remember(event: ModelEvent, streamSequence: number): void {
    // What is no event has no id for the server either.
    this.lastMessageId = event.sequence > 0 ? event.eventId : null;
    event.windowGeneration = this.windowGeneration;
    event.windowSequence = streamSequence;
  }
}
