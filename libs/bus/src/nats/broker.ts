import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { reconnectPace } from './reconnect-pace.js';

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
  /** Where this user may hear answers. */
  readonly inboxPrefix: string | undefined;
}

/** How long a JetStream question may take before it counts as failed. */
const API_TIMEOUT_MS = 3_000;
/** A broker that takes a connection and does not greet is not there: try again. The library would wait 20 seconds. */
const GREETING_MS = 5_000;

/** Connects, waits for a broker that is not there yet, and reconnects for ever. */
export async function connectBroker(options: BrokerOptions): Promise<Broker> {
  const inboxPrefix = options.user === undefined ? undefined : `_INBOX_${options.user}`;
  const connection = await connect({
    servers: options.url.split(','),
    name: options.name,
    maxReconnectAttempts: -1,
    ...reconnectPace(),
    waitOnFirstConnect: true,
    timeout: GREETING_MS,
    pingInterval: 5_000,
    maxPingOut: 2,
    // Each user hears only answers below its own prefix (infra/nats/accounts.conf).
    ...(inboxPrefix === undefined ? {} : { user: options.user, pass: options.password ?? '', inboxPrefix }),
  });
  return {
    connection,
    inboxPrefix,
    jetStream: jetstream(connection, { timeout: API_TIMEOUT_MS }),
    manager: await jetstreamManager(connection, { timeout: API_TIMEOUT_MS, checkAPI: false }),
  };
}
