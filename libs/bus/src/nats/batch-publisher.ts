import { createInbox } from '@nats-io/nats-core';
import type { Msg, MsgHdrs, NatsConnection, Subscription } from '@nats-io/nats-core';

export interface Outgoing {
  readonly subject: string;
  readonly data: Uint8Array;
  readonly headers: MsgHdrs;
}

export interface Published {
  /** The stream sequence of each message, or null where the broker refused it or did not answer in time. */
  readonly sequences: readonly (number | null)[];
  /**
   * The time ran out and nothing was said of the first message, though the connection stood. Those behind it may have been
   * refused, because it is missing before them.
   */
  readonly isSilent: boolean;
}

interface Waiting {
  readonly sequences: (number | null)[];
  open: number;
  isFirstOpen: boolean;
  readonly done: () => void;
}

/**
 * Publishes many messages to JetStream at once over one subscription for all acknowledgements: a fifth of the cost of a
 * request for each. Order on the wire is the order given.
 */
export class BatchPublisher {
  readonly #inbox: string;
  readonly #subscription: Subscription;
  readonly #batches = new Map<number, Waiting>();
  #lastBatch = 0;
  #isConnected = true;

  constructor(
    private readonly connection: NatsConnection,
    inboxPrefix: string | undefined,
  ) {
    this.#inbox = createInbox(inboxPrefix);
    this.#subscription = connection.subscribe(`${this.#inbox}.*.*`, {
      callback: (error, message) => {
        if (!error) this.#settle(message);
      },
    });
    void this.#watchConnection();
  }

  async publish(messages: readonly Outgoing[], timeoutMs: number): Promise<Published> {
    if (messages.length === 0 || !this.#isConnected) {
      return { sequences: messages.map(() => null), isSilent: false };
    }
    this.#lastBatch += 1;
    const batch = this.#lastBatch;
    const sequences = new Array<number | null>(messages.length).fill(null);
    let timer: NodeJS.Timeout | undefined;
    let isSilent = false;
    await new Promise<void>((resolve) => {
      const waiting = { sequences, open: messages.length, isFirstOpen: true, done: resolve };
      timer = setTimeout(() => {
        isSilent = waiting.isFirstOpen;
        resolve();
      }, timeoutMs);
      this.#batches.set(batch, waiting);
      try {
        messages.forEach(({ subject, data, headers }, index) =>
          this.connection.publish(subject, data, { headers, reply: `${this.#inbox}.${batch}.${index}` }),
        );
      } catch {
        resolve(); // the connection is closed: nothing more will be acknowledged
      }
    });
    clearTimeout(timer);
    this.#batches.delete(batch);
    return { sequences, isSilent };
  }

  close(): void {
    this.#subscription.unsubscribe();
    for (const waiting of this.#batches.values()) waiting.done();
  }

  /** With the connection go the acknowledgements: waiting for them longer would only delay the next look at the stream. */
  async #watchConnection(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === 'reconnect') this.#isConnected = true;
      if (type !== 'disconnect') continue;
      this.#isConnected = false;
      for (const waiting of this.#batches.values()) waiting.done();
    }
  }

  #settle(message: Msg): void {
    const [batch, index] = message.subject.slice(this.#inbox.length + 1).split('.');
    const waiting = this.#batches.get(Number(batch));
    if (!waiting) return; // came after its time; the stream is inspected before the next publish
    waiting.sequences[Number(index)] = acknowledgedSequence(message);
    waiting.open -= 1;
    if (index === '0') waiting.isFirstOpen = false;
    if (waiting.open === 0) waiting.done();
  }
}

function acknowledgedSequence(message: Msg): number | null {
  if (message.data.length === 0) return null; // status 503: nobody serves JetStream
  const answer = message.json<{ seq?: number; error?: unknown }>();
  return answer.error === undefined && typeof answer.seq === 'number' && answer.seq > 0 ? answer.seq : null;
}
