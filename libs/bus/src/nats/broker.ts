import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';

export interface BrokerOptions {
  /** One or several `nats://host:port`, separated by commas. */
  readonly url: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Shown in the broker's list of connections. */
  readonly name: string;
}

/** The one connection of a process and its JetStream doors. */
export interface Broker {
  readonly connection: NatsConnection;
  readonly jetStream: JetStreamClient;
  readonly manager: JetStreamManager;
}

/** How long a JetStream question may take before it counts as failed. */
const API_TIMEOUT_MS = 3_000;

/** Connects, waits for a broker that is not there yet, and reconnects for ever. */
export async function connectBroker(options: BrokerOptions): Promise<Broker> {
  const connection = await connect({
    servers: options.url.split(','),
    name: options.name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    waitOnFirstConnect: true,
    pingInterval: 5_000,
    maxPingOut: 2,
    ignoreClusterUpdates: false,
    ...(options.user === undefined ? {} : { user: options.user, pass: options.password ?? '' }),
  });
  return {
    connection,
    jetStream: jetstream(connection, { timeout: API_TIMEOUT_MS }),
    manager: await jetstreamManager(connection, { timeout: API_TIMEOUT_MS, checkAPI: false }),
  };
}
