import type { AnyEventContract, EventContract, RequestContract, RequestKind } from '../contracts/contract.js';
import { REQUEST_CONTRACT } from '../handlers/answers.js';
import type { Asking, Call } from '../handlers/call.js';
import type { Delivery } from '../handlers/delivery.js';
import { EVENT_CONTRACT, SHARED_WORK } from '../handlers/on.js';
import type { AnySharing, SharedWork, Sharing } from '../handlers/shared-work.js';
import { connectBroker } from '../nats/broker.js';
import { Outbox } from '../outbox/outbox.js';
import type { ServiceDatabase, SqlRunner } from '../outbox/service-database.js';
import { Requests } from '../requests/requests.js';
import { noFigures } from './bus-figures.js';
import type { BusFigures } from './bus-figures.js';
import { BusHealth } from './bus-health.js';
import { nestLog } from './bus-log.js';
import type { BusLog } from './bus-log.js';
import { BusServer } from './bus-server.js';
import { busSettings } from './bus-settings.js';
import type { BusSettings } from './bus-settings.js';
import { LiveEvents } from './live-events.js';

export interface StandaloneBusOptions<Tx extends SqlRunner> {
  readonly service: string;
  readonly database: ServiceDatabase<Tx>;
  readonly settings: Partial<BusSettings>;
  readonly handlers?: readonly HandlerRegistration[];
  readonly log?: BusLog;
}

/** Asks and listens, without anything of its own. */
export interface StandaloneClient {
  readonly requests: Requests;
  readonly live: LiveEvents;
  close(): Promise<void>;
}

/** The bus of the gateway without a Nest application: for tools, tests and harnesses. */
export async function startClient(name: string, given: Partial<BusSettings>): Promise<StandaloneClient> {
  const { natsUrl, natsUser, natsPassword } = busSettings(given);
  const broker = await connectBroker({ url: natsUrl, user: natsUser, password: natsPassword, name });
  return {
    requests: new Requests(broker),
    live: new LiveEvents(broker),
    close: () => broker.connection.drain(),
  };
}

/** A reaction or an answer, registered without a controller. */
export interface HandlerRegistration {
  readonly contract: AnyEventContract | RequestContract;
  readonly isReaction: boolean;
  readonly sharing?: AnySharing | undefined;
  readonly handle: (body: never, context: never) => Promise<unknown>;
}

export interface StandaloneBus {
  readonly server: BusServer;
  readonly requests: Requests;
  readonly outbox: Outbox;
  readonly health: BusHealth;
  readonly figures: BusFigures;
  /** Drains and closes. */
  close(): Promise<void>;
}

/** A reaction for `startBus`; with a third argument it shares work with the other events of its transaction. */
export function reaction<E extends object, Tx, S extends SharedWork | undefined = undefined>(
  contract: EventContract<E>,
  handle: (event: E, delivery: Delivery<Tx, S>) => Promise<void>,
  sharing?: Sharing<NonNullable<S>>,
): HandlerRegistration {
  return { contract, isReaction: true, handle, sharing };
}

/** An answer for `startBus`. */
export function answering<Q extends object, A, K extends RequestKind, Tx>(
  contract: RequestContract<Q, A, K>,
  handle: (request: Q, context: K extends 'command' ? Call<Tx> : Asking) => Promise<A>,
): HandlerRegistration {
  return { contract: contract as RequestContract, isReaction: false, handle };
}

/**
 * The same bus without a Nest application: for command line tools, simulators and fault harnesses. Everything from the decorator
 * downwards is what services run.
 */
export async function startBus<Tx extends SqlRunner>(
  options: StandaloneBusOptions<Tx>,
): Promise<StandaloneBus> {
  const { service, database, handlers = [] } = options;
  const settings = busSettings(options.settings);
  const broker = await connectBroker({
    url: settings.natsUrl,
    user: settings.natsUser,
    password: settings.natsPassword,
    name: service,
  });
  const figures = noFigures();
  const log = options.log ?? nestLog(service);
  const server = new BusServer({ service, settings, broker, database: () => database, figures, log });
  for (const { contract, isReaction, handle, sharing } of handlers) {
    const extras = { [isReaction ? EVENT_CONTRACT : REQUEST_CONTRACT]: contract, [SHARED_WORK]: sharing };
    server.addHandler(contract.subject, handle as never, isReaction, extras);
  }
  await new Promise<void>((resolve, reject) =>
    server.listen((error) => (error === undefined ? resolve() : reject(error as Error))),
  );
  return {
    server,
    figures,
    requests: new Requests(broker),
    outbox: new Outbox(
      service,
      () => database,
      () => server.relay.wake(),
    ),
    health: new BusHealth(broker, () => database),
    close: () => server.close(),
  };
}
