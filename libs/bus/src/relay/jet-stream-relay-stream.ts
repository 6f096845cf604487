import { JetStreamApiError } from '@nats-io/jetstream';
import type { StreamInfo } from '@nats-io/jetstream';
import { BatchPublisher } from '../nats/batch-publisher.js';
import type { Outgoing } from '../nats/batch-publisher.js';
import type { Broker } from '../nats/broker.js';
import { ensureStream, renewStream, streamName, updateStream } from '../nats/owner-stream.js';
import type { StreamOptions } from '../nats/owner-stream.js';
import { StoreWatch } from '../nats/store-watch.js';
import type { Acknowledgement, Inspection, StreamEnd, StreamMessage } from '../protocol/relay-protocol.js';
import { eventSubject, writeEventHeaders } from '../wire/event-headers.js';
import { packBody } from '../wire/packed-body.js';
import type { PackedBody } from '../wire/packed-body.js';
import type { RelayStream, StreamPublish } from './relay-ports.js';
import { streamMessage } from './stream-message.js';
import type { StoredMessage } from './stream-message.js';

/** How long a batch may wait for its acknowledgements. */
const ACK_TIMEOUT_MS = 2_000;
const READS_AT_ONCE = 64;
/** What the broker adds to the headers of a message that is read directly; one that was published with such a header comes first. */
const STORED_AT = 'Nats-Time-Stamp';

/** The owner's JetStream stream as the relay sees it. */
export class JetStreamRelayStream implements RelayStream {
  readonly #publisher: BatchPublisher;
  readonly #watch = new StoreWatch();
  #readsDirectly = false;
  #isUpToDate = false;

  constructor(
    private readonly broker: Broker,
    private readonly owner: string,
    private readonly options: StreamOptions,
    /** Told that a stream which stored nothing any more is made anew, or that the broker refuses a setting. */
    private readonly tell: (what: string, facts: Readonly<Record<string, unknown>>) => void,
  ) {
    this.#publisher = new BatchPublisher(broker.connection, broker.inboxPrefix);
  }

  async look(): Promise<StreamEnd> {
    const { created, state } = await this.#stream();
    return { epoch: created, lastSequence: state.last_seq };
  }

  async inspect(): Promise<Omit<Inspection, 'record'>> {
    const end = await this.look();
    const { lastSequence } = end;
    const [last] = lastSequence === 0 ? [] : await this.read(lastSequence, lastSequence);
    return { ...end, lastEventId: last?.eventId ?? null };
  }

  async publish(publishes: readonly StreamPublish[]): Promise<readonly (Acknowledgement | null)[]> {
    const bodies = await Promise.all(publishes.map(({ event }) => packBody(event.payload)));
    const begunMs = performance.now();
    const { acknowledgements, isFruitless } = await this.#publisher.publish(
      publishes.length,
      (index) => outgoing(publishes[index]!, bodies[index]!),
      ACK_TIMEOUT_MS,
    );
    this.#watch.published(isFruitless, begunMs);
    return acknowledgements;
  }

  async read(from: number, to: number): Promise<readonly StreamMessage[]> {
    const found: StreamMessage[] = [];
    for (let start = from; start <= to; start += READS_AT_ONCE) {
      const sequences = Array.from(
        { length: Math.min(READS_AT_ONCE, to - start + 1) },
        (_, index) => start + index,
      );
      const messages = await Promise.all(sequences.map((sequence) => this.#stored(sequence)));
      messages.forEach((message) => {
        if (message) found.push(streamMessage(message));
      });
    }
    return found;
  }

  async confirmedFloor(): Promise<number | null> {
    let floor: number | null = null;
    for await (const consumer of this.broker.manager.consumers.list(streamName(this.owner))) {
      if (consumer.config.durable_name === undefined) continue;
      floor = Math.min(floor ?? Number.MAX_SAFE_INTEGER, consumer.ack_floor.stream_seq);
    }
    return floor;
  }

  /**
   * Read directly a message comes as it is, and not as JSON with its body in base64: a megabyte in 1 instead of 5 ms. Copies of a
   * stream in a cluster may lag behind, and any of them answers: there the leader is asked the long way.
   */
  async #stored(seq: number): Promise<StoredMessage | null> {
    const { direct, streams } = this.broker.manager;
    const name = streamName(this.owner);
    if (!this.#readsDirectly) return streams.getMessage(name, { seq });
    try {
      const message = await direct.getMessage(name, { seq });
      return message && { seq, header: message.header, timestamp: message.header.last(STORED_AT) };
    } catch {
      return streams.getMessage(name, { seq }); // its own headers look like an answer of the broker's
    }
  }

  async #stream(): Promise<StreamInfo> {
    const info = await this.#upToDate();
    const { allow_direct: isDirect, num_replicas: copies } = info.config;
    this.#readsDirectly = isDirect && copies === 1;
    this.#watch.looked({ epoch: info.created, lastSequence: info.state.last_seq });
    const nowMs = performance.now();
    if (!this.#watch.isStuck(nowMs)) return info;
    this.#watch.madeAnew(nowMs);
    this.tell('makes its stream anew: it stores nothing any more', { lastSequence: info.state.last_seq });
    return renewStream(this.broker, this.owner, this.options);
  }

  /** A stream of an earlier deployment is brought to today's settings once. */
  async #upToDate(): Promise<StreamInfo> {
    if (this.#isUpToDate) return ensureStream(this.broker, this.owner, this.options);
    const updated = updateStream(this.broker, this.owner, this.options);
    const info = await updated.catch((error: unknown) => {
      if (!(error instanceof JetStreamApiError)) throw error;
      this.tell('goes on with the old settings of its stream', { error: error.message });
      return ensureStream(this.broker, this.owner, this.options);
    });
    this.#isUpToDate = true;
    return info;
  }

  close(): void {
    this.#publisher.close();
  }
}

function outgoing(
  { event, expectedLastSequence, expectedLastMessageId }: StreamPublish,
  { data, encoding }: PackedBody,
): Outgoing {
  const headers = writeEventHeaders(event, {
    ...(encoding === null ? {} : { 'content-encoding': encoding }),
    'Nats-Msg-Id': event.eventId,
    'Nats-Expected-Last-Sequence': String(expectedLastSequence),
    ...(expectedLastMessageId === null ? {} : { 'Nats-Expected-Last-Msg-Id': expectedLastMessageId }),
  });
  return { subject: eventSubject(event), data, headers };
}
