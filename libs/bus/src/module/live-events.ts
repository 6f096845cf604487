import { subjectOf } from '../contracts/contract.js';
import type { EventContract } from '../contracts/contract.js';
import { readContract } from '../contracts/read-contract.js';
import type { Broker } from '../nats/broker.js';
import { readEventHeaders } from '../wire/event-headers.js';
import { unpackBody } from '../wire/packed-body.js';

/** What a live listener hears of an event. */
export interface LiveEvent<E> {
  readonly event: E;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly at: Date;
}

/**
 * Events as they pass, for screens: every replica hears each of them, nothing is stored, and what is missed while the
 * connection is away stays missed. A client refetches when it reconnects. Never base a fact on this: that is what `@On` is for.
 */
export class LiveEvents {
  constructor(private readonly broker: Broker) {}

  /** Calls `listener` for each event of the contract; the returned function ends it. */
  watch<E extends object>(contract: EventContract<E>, listener: (event: LiveEvent<E>) => void): () => void {
    const subscription = this.broker.connection.subscribe(`${subjectOf(contract)}.*`, {
      callback: (error, message) => {
        if (!error) void hear(contract, message, listener);
      },
    });
    return () => subscription.unsubscribe();
  }
}

type Heard = Parameters<
  NonNullable<Parameters<Broker['connection']['subscribe']>[1]>['callback'] & object
>[1];

async function hear<E extends object>(
  contract: EventContract<E>,
  message: Heard,
  listener: (event: LiveEvent<E>) => void,
): Promise<void> {
  try {
    const envelope = readEventHeaders(message.headers);
    const body = await unpackBody(message.data, message.headers?.get('content-encoding') || null);
    const reading = readContract(contract, JSON.parse(body), 'keep');
    if (!reading.valid) return;
    const { aggregateId, sequence, occurredAt } = envelope;
    listener({ event: reading.value, aggregateId, sequence, at: new Date(occurredAt) });
  } catch {
    // Not an event anyone could show; the durable consumers park it and say so.
  }
}
