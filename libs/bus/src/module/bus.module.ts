import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, InjectionToken, OnApplicationShutdown, Provider } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { JobQueue } from '../jobs/job-queue.js';
import { connectBroker } from '../nats/broker.js';
import type { Broker } from '../nats/broker.js';
import { Outbox } from '../outbox/outbox.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import { Relay } from '../relay/relay.js';
import { Requests } from '../requests/requests.js';
import { BUS_FIGURES } from './bus-tokens.js';
import { noFigures } from './bus-figures.js';
import type { BusFigures } from './bus-figures.js';
import { BusHealth } from './bus-health.js';
import { nestLog } from './bus-log.js';
import { BusServer } from './bus-server.js';
import { busSettings } from './bus-settings.js';
import type { BusSettings } from './bus-settings.js';
import { LiveEvents } from './live-events.js';

export interface ServiceBus {
  /** The service's name: its stream, its consumers, its requests. */
  readonly service: string;
  /** The provider token of the service's database, a Prisma 7 client. Found wherever the application provides it. */
  readonly database: InjectionToken;
  /** Goes before the environment and the defaults. */
  readonly settings?: Partial<BusSettings>;
}

export interface ClientBus {
  readonly service: string;
  readonly settings?: Partial<BusSettings>;
}

const BROKER = Symbol('meridian-broker');

/** The bus of one application. Everything it provides is visible everywhere in it. */
@Module({})
export class BusModule implements OnApplicationShutdown {
  constructor(@Inject(BROKER) private readonly broker: Broker) {}

  /** For a service with a database: `BusServer`, `Requests`, `Outbox`, `Relay`, `JobQueue`, `BusHealth`, `LiveEvents` and `BUS_FIGURES`. */
  static forService({ service, database, settings }: ServiceBus): DynamicModule {
    const server: Provider = {
      provide: BusServer,
      useFactory: (broker: Broker, figures: BusFigures, modules: ModuleRef) =>
        new BusServer({
          service,
          settings: busSettings(settings),
          broker,
          database: () => modules.get<ServiceDatabase>(database, { strict: false }),
          figures,
          log: nestLog(service),
        }),
      inject: [BROKER, BUS_FIGURES, ModuleRef],
    };
    const relay: Provider = {
      provide: Relay,
      useFactory: (bus: BusServer) => bus.relay,
      inject: [BusServer],
    };
    const health: Provider = {
      provide: BusHealth,
      useFactory: (broker: Broker, modules: ModuleRef) =>
        new BusHealth(broker, () => modules.get<ServiceDatabase>(database, { strict: false })),
      inject: [BROKER, ModuleRef],
    };
    const outbox: Provider = {
      provide: Outbox,
      useFactory: (bus: BusServer, modules: ModuleRef) =>
        new Outbox(
          service,
          () => modules.get<ServiceDatabase>(database, { strict: false }),
          () => bus.relay.wake(),
        ),
      inject: [BusServer, ModuleRef],
    };
    const jobs: Provider = {
      provide: JobQueue,
      useFactory: (broker: Broker) => new JobQueue(broker, service, nestLog(service)),
      inject: [BROKER],
    };
    const providers = [server, relay, health, outbox, jobs];
    return assemble(service, settings, providers, [BusServer, Relay, Outbox, JobQueue]);
  }

  /** For an application that only asks and listens, as the gateway does: `Requests`, `LiveEvents`, `BusHealth` and `BUS_FIGURES`. */
  static forClient({ service, settings }: ClientBus): DynamicModule {
    const health: Provider = {
      provide: BusHealth,
      useFactory: (broker: Broker) => new BusHealth(broker, null),
      inject: [BROKER],
    };
    return assemble(service, settings, [health], []);
  }

  /** After all servers have closed: a service's BusServer has drained the connection by then. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.broker.connection.isClosed()) await this.broker.connection.close();
  }
}

function assemble(
  service: string,
  settings: Partial<BusSettings> | undefined,
  providers: Provider[],
  exported: InjectionToken[],
): DynamicModule {
  const broker: Provider = {
    provide: BROKER,
    useFactory: () => {
      const { natsUrl, natsUser, natsPassword } = busSettings(settings);
      return connectBroker({ url: natsUrl, user: natsUser, password: natsPassword, name: service });
    },
  };
  return {
    module: BusModule,
    global: true,
    providers: [
      broker,
      { provide: BUS_FIGURES, useFactory: noFigures },
      { provide: Requests, useFactory: (connected: Broker) => new Requests(connected), inject: [BROKER] },
      { provide: LiveEvents, useFactory: (connected: Broker) => new LiveEvents(connected), inject: [BROKER] },
      ...providers,
    ],
    exports: [Requests, LiveEvents, BusHealth, BUS_FIGURES, ...exported] as NonNullable<
      DynamicModule['exports']
    >,
  };
}
