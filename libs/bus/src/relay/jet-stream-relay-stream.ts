import type { StreamInfo } from '@nats-io/jetstream';
import { BatchPublisher } from '../nats/batch-publisher.js';
import type { Outgoing } from '../nats/batch-publisher.js';
import type { Broker } from '../nats/broker.js';
import { ensureStream, renewStream, streamName } from '../nats/owner-stream.js';
import type { StreamOptions } from '../nats/owner-stream.js';
import { StoreWatch } from '../nats/store-watch.js';
import type { Acknowledgement, Inspection, StreamMessage } from '../protocol/relay-protocol.js';
import { eventSubject, writeEventHeaders } from '../wire/event-headers.js';
import { packBody } from '../wire/packed-body.js';
import type { PackedBody } from '../wire/packed-body.js';
import type { RelayStream, StreamPublish } from './relay-ports.js';
import { streamMessage } from './stream-message.js';

/** How long a batch may wait for its acknowledgements. */
const ACK_TIMEOUT_MS = 2_000;
const READS_AT_ONCE = 64;

/** The owner's JetStream stream as the relay sees it. */
export class JetStreamRelayStream implements RelayStream {
  readonly #publisher: BatchPublisher;
  readonly #watch = new StoreWatch();

  constructor(
    private readonly broker: Broker,
    private readonly owner: string,
    private readonly options: StreamOptions,
    /** Told that a stream which stored nothing any more is made anew. */
    private readonly renews: (lastSequence: number) => void,
  ) {
    this.#publisher = new BatchPublisher(broker.connection, broker.inboxPrefix);
  }

  async inspect(): Promise<Omit<Inspection, 'record'>> {
    const info = await this.#stream();
    const lastSequence = info.state.last_seq;
    const [last] = lastSequence === 0 ? [] : await this.read(lastSequence, lastSequence);
    return { epoch: info.created, lastSequence, lastEventId: last?.eventId ?? null };
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
      const messages = await Promise.all(
        sequences.map((seq) => this.broker.manager.streams.getMessage(streamName(this.owner), { seq })),
      );
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

  async #stream(): Promise<StreamInfo> {
    const info = await ensureStream(this.broker, this.owner, this.options);
    this.#watch.looked({ epoch: info.created, lastSequence: info.state.last_seq });
    const nowMs = performance.now();
    if (!this.#watch.isStuck(nowMs)) return info;
    this.#watch.madeAnew(nowMs);
    this.renews(info.state.last_seq);
    return renewStream(this.broker, this.owner, this.options);
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
