import { AckPolicy, DeliverPolicy, JetStreamApiError } from '@nats-io/jetstream';
import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { nanos } from '@nats-io/nats-core';
import type { Broker } from '../nats/broker.js';
import { streamName } from '../nats/owner-stream.js';

export interface FeedOptions {
  readonly service: string;
  readonly source: string;
  /** Unsettled events the broker hands to all replicas together. */
  readonly maxAckPending: number;
}

export interface FeedListener {
  /** How many more events may come; the feed waits while there is no room. */
  room(): number;
  received(messages: readonly JsMsg[]): void;
  troubled(error: unknown): void;
  /** The stream is another one than before: anything may have been lost. */
  streamReplaced(): void;
}

const PULL_EXPIRES_MS = 5_000;
const MAX_PULL = 400;
const CONSUMER_NOT_FOUND = 10_014;
/** The broker gives an event to another replica after this long without a sign of life. The inbox gives one every 3 s. */
const ACK_WAIT_MS = 10_000;
/** No event for this long although some wait: the consumer is hung and made anew. */
const STALLED_AFTER_MS = 5_000;

/** One durable pull consumer of one owner's stream: receives batches for as long as the service lives, whatever the broker goes through. */
export class ConsumerFeed {
  #messages: ConsumerMessages | undefined;
  #consumer: Consumer | undefined;
  #stopped = false;
  #running: Promise<void> | undefined;
  #roomMade: (() => void) | undefined;
  #lastReceivedAt = performance.now();
  #epoch: string | undefined;
  pending = 0;
  rebuilt = 0;

  constructor(
    private readonly broker: Broker,
    private readonly options: FeedOptions,
    private readonly listener: FeedListener,
  ) {}

  start(): void {
    this.#running = this.#run();
    void this.#watchConnection();
  }

  /** There is room again. */
  resume(): void {
    this.#roomMade?.();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#roomMade?.();
    this.#messages?.stop();
    await this.#running;
  }

  /** Called every second: notices a consumer that vanished or stands still. */
  async supervise(): Promise<void> {
    if (this.#stopped || !this.#consumer) return;
    const stream = streamName(this.options.source);
    // In this order: asked the other way round, a busy consumer would seem to be ahead of its stream.
    const info = await this.broker.manager.consumers.info(stream, this.options.service);
    const streamInfo = await this.broker.manager.streams.info(stream);
    this.pending = info.num_pending + info.num_ack_pending;
    const isReplaced = this.#epoch !== undefined && this.#epoch !== streamInfo.created;
    this.#epoch = streamInfo.created;
    if (isReplaced) this.listener.streamReplaced();
    // A stream that lost its tail counts again from below where this consumer stands: it would hear nothing for long.
    const isAhead = info.delivered.stream_seq > streamInfo.state.last_seq;
    const hasStalled =
      info.num_pending > 0 &&
      this.listener.room() > 0 &&
      performance.now() - this.#lastReceivedAt > STALLED_AFTER_MS;
    if (isAhead) await this.broker.manager.consumers.delete(stream, this.options.service);
    if (isAhead || hasStalled || isReplaced) this.#rebuild();
    if (isAhead) this.listener.streamReplaced();
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopped) {
      const room = Math.min(MAX_PULL, this.listener.room());
      if (room <= 0) {
        await new Promise<void>((resolve) => (this.#roomMade = resolve));
        continue;
      }
      try {
        this.#consumer ??= await this.#ensureConsumer();
        await this.#pull(this.#consumer, room);
        failures = 0;
      } catch (error) {
        if (this.#stopped) return;
        this.#consumer = undefined;
        failures += 1;
        this.listener.troubled(error);
        await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, 50 * 2 ** failures)));
      }
    }
  }

  async #pull(consumer: Consumer, room: number): Promise<void> {
    const messages = await consumer.fetch({
      max_messages: room,
      expires: PULL_EXPIRES_MS,
      idle_heartbeat: 1_000,
    });
    this.#messages = messages;
    if (this.#stopped) messages.stop();
    let burst: JsMsg[] = [];
    for await (const message of messages) {
      // What arrived in one go is handed over in one go.
      if (burst.length === 0) {
        setImmediate(() => {
          const together = burst;
          burst = [];
          this.#lastReceivedAt = performance.now();
          this.listener.received(together);
        });
      }
      burst.push(message);
    }
  }

  #rebuild(): void {
    this.rebuilt += 1;
    this.#consumer = undefined;
    this.#lastReceivedAt = performance.now();
    this.#messages?.stop();
  }

  async #watchConnection(): Promise<void> {
    for await (const { type } of this.broker.connection.status()) {
      if (this.#stopped) return;
      // A pull that was open across a reconnect may wait for a server that never heard of it.
      if (type === 'disconnect' || type === 'reconnect') this.#rebuild();
    }
  }

  async #ensureConsumer(): Promise<Consumer> {
    const { service, source, maxAckPending } = this.options;
    const stream = streamName(source);
    const settings = {
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: maxAckPending,
      max_deliver: -1,
      filter_subject: `events.${source}.>`,
    };
    try {
      const { config } = await this.broker.manager.consumers.info(stream, service);
      const isCurrent = config.ack_wait === settings.ack_wait && config.max_ack_pending === maxAckPending;
      if (!isCurrent) await this.broker.manager.consumers.update(stream, service, settings);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== CONSUMER_NOT_FOUND) throw error;
      await this.broker.manager.consumers.add(stream, {
        durable_name: service,
        ack_policy: AckPolicy.Explicit,
        deliver_policy: DeliverPolicy.All,
        ...settings,
      });
    }
    return this.broker.jetStream.consumers.get(stream, service);
  }
}
