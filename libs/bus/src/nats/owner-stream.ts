import { DiscardPolicy, JetStreamApiError, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { StreamConfig, StreamInfo } from '@nats-io/jetstream';
import { nanos } from '@nats-io/nats-core';
import type { Broker } from './broker.js';

export interface StreamOptions {
  /** Copies of the stream in a cluster. Default 1. */
  readonly replicas?: number;
  /** How long the broker keeps an event; PostgreSQL keeps it for ever. Default 7 days. */
  readonly maxAgeMs?: number;
  /** Publishing waits in the outbox when the stream is as large as this; the broker reserves it. Default: no limit. */
  readonly maxBytes?: number;
}

/** Within this time the server itself drops a second copy of a message id. An optimisation: the inbox does not rely on it. */
const DUPLICATE_WINDOW_MS = 120_000;
const WEEK_MS = 7 * 24 * 3_600_000;
const STREAM_NOT_FOUND = 10_059;

export function streamName(owner: string): string {
  return `EVENTS_${owner.toUpperCase().replaceAll('-', '_')}`;
}

/** The stream as it should be, and as it is once this returns. Only its owner calls this. */
export async function ensureStream(
  broker: Broker,
  owner: string,
  options: StreamOptions = {},
): Promise<StreamInfo> {
  const { manager } = broker;
  const name = streamName(owner);
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== STREAM_NOT_FOUND) throw error;
    return manager.streams.add(streamConfig(owner, options));
  }
}

/**
 * Throws the stream away and makes it anew. Nothing is lost with it: the outbox is the record, and the relay publishes again
 * what consumers had not confirmed.
 */
export async function renewStream(
  broker: Broker,
  owner: string,
  options: StreamOptions = {},
): Promise<StreamInfo> {
  await broker.manager.streams.delete(streamName(owner));
  return ensureStream(broker, owner, options);
}

/** Brings an existing stream to today's settings, after a deployment that changed them. */
export async function updateStream(
  broker: Broker,
  owner: string,
  options: StreamOptions = {},
): Promise<StreamInfo> {
  await ensureStream(broker, owner, options);
  return broker.manager.streams.update(streamName(owner), streamConfig(owner, options));
}

function streamConfig(owner: string, options: StreamOptions): Partial<StreamConfig> & { name: string } {
  return {
    name: streamName(owner),
    subjects: [`events.${owner}.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    // A full stream refuses new events instead of dropping old ones; the outbox holds them meanwhile.
    discard: DiscardPolicy.New,
    duplicate_window: nanos(DUPLICATE_WINDOW_MS),
    max_age: nanos(options.maxAgeMs ?? WEEK_MS),
    max_bytes: options.maxBytes ?? -1,
    num_replicas: options.replicas ?? 1,
    allow_direct: true,
  };
}
