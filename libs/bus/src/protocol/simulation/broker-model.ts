import type { Publish, StreamMessage } from '../relay-protocol.js';
import type { ModelEvent } from './owner-model.js';

interface Stored {
  readonly event: ModelEvent;
  readonly streamSequence: number;
}

/** What a consumer needs to settle a message. */
export interface Receipt {
  readonly epoch: string;
  readonly generation: number;
  readonly streamSequence: number;
}

/** JetStream as far as the protocol relies on it: one stream, its chain checks and duplicate window, one durable consumer. */
export class BrokerModel {
  epoch = '1';
  /** Rises when sequence numbers are given again; an acknowledgement from before may then hit another message. */
  generation = 1;
  #lives = 1;
  #messages: Stored[] = [];
  #lastSequence = 0;
  /** Forgotten by a restart, as the server's memory of ids is. */
  #lastMessageId: string | null = null;
  #window = new Map<string, number>();
  /** Stream sequences not acknowledged by the consumer; `true` while some process has them. */
  #unacknowledged = new Map<number, boolean>();

  constructor(
    /**
     * A server that lost its tail may take a late acknowledgement for the message that has the number now. Only anti-entropy
     * mends that, so schedules without it play with a server that would not.
     */
    private readonly mistakesLateAcknowledgements: boolean,
  ) {}

  get lastSequence(): number {
    return this.#lastSequence;
  }

  get lastEventId(): string | null {
    const last = this.#messages.at(-1);
    return last?.streamSequence === this.#lastSequence ? last.event.eventId : null;
  }

  publish({ event, expectedLastSequence, expectedLastMessageId }: Publish): number | null {
    const known = this.#window.get(event.eventId);
    if (known !== undefined) return known;
    if (expectedLastSequence !== this.#lastSequence) return null;
    if (expectedLastMessageId !== null && expectedLastMessageId !== this.#lastMessageId) return null;
    this.#lastSequence += 1;
    this.#messages.push({ event: event as ModelEvent, streamSequence: this.#lastSequence });
    this.#unacknowledged.set(this.#lastSequence, false);
    this.#lastMessageId = event.eventId;
    this.#window.set(event.eventId, this.#lastSequence);
    return this.#lastSequence;
  }

  read(from: number, to: number): StreamMessage[] {
    return this.#messages
      .filter(({ streamSequence }) => streamSequence >= from && streamSequence <= to)
      .map(({ event: { eventId, aggregateId, sequence }, streamSequence }) => ({
        eventId,
        aggregateId,
        sequence,
        streamSequence,
      }));
  }

  get floor(): number {
    const open = [...this.#unacknowledged.keys()];
    return open.length === 0 ? this.#lastSequence : Math.min(...open) - 1;
  }

  /** Messages nobody has, oldest first. */
  deliver(most: number): Stored[] {
    const free = this.#messages
      .filter(({ streamSequence }) => this.#unacknowledged.get(streamSequence) === false)
      .slice(0, most);
    for (const { streamSequence } of free) this.#unacknowledged.set(streamSequence, true);
    return free;
  }

  acknowledge({ epoch, generation, streamSequence }: Receipt): void {
    const isMeant =
      epoch === this.epoch && (this.mistakesLateAcknowledgements || generation === this.generation);
    if (isMeant) this.#unacknowledged.delete(streamSequence);
  }

  /** Refused, or not answered in time: anyone may have it again. */
  release({ epoch, streamSequence }: Receipt): void {
    if (epoch === this.epoch && this.#unacknowledged.has(streamSequence))
      this.#unacknowledged.set(streamSequence, false);
  }

  /** The waiting time of everything in flight is over. */
  releaseAll(): void {
    for (const streamSequence of this.#unacknowledged.keys()) this.#unacknowledged.set(streamSequence, false);
  }

  wipe(): void {
    this.#lives += 1;
    this.epoch = String(this.#lives);
    this.#messages = [];
    this.#lastSequence = 0;
    this.#lastMessageId = null;
    this.#window.clear();
    this.#unacknowledged.clear();
  }

  /** A power cut: the newest messages were acknowledged and are gone all the same. */
  loseTail(count: number): void {
    this.generation += 1;
    this.#lastSequence = Math.max(0, this.#lastSequence - count);
    this.#messages = this.#messages.filter(({ streamSequence }) => streamSequence <= this.#lastSequence);
    for (const streamSequence of this.#unacknowledged.keys()) {
      if (streamSequence > this.#lastSequence) this.#unacknowledged.delete(streamSequence);
    }
    this.restart();
  }

  /** Old messages went away before anyone took them. */
  forgetOldest(count: number): void {
    for (const { streamSequence } of this.#messages.splice(0, count))
      this.#unacknowledged.delete(streamSequence);
  }

  restart(): void {
    this.#lastMessageId = null;
    this.#window.clear();
  }
}
