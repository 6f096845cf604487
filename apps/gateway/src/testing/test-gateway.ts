import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Requests, Unavailable } from '@meridian/bus';
import { RuntimeModule } from '@meridian/runtime';
import { Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessModule } from '../access/access.module.js';
import { OutsiderDays } from '../access/outsider-days.js';
import type { AccessDays } from '../access/outsider-days.js';
import type { Admission } from '../admission/admission.js';
import { MeController } from '../access/me.controller.js';
import { Door } from '../http/door.js';
import type { DoorLimits } from '../http/door-limits.js';
import { HttpModule } from '../http/http.module.js';
import type { Caller } from '../http/caller.js';
import { LiveModule } from '../live/live.module.js';
import { LiveSource } from '../live/live-message.js';
import type { LiveMessage } from '../live/live-message.js';
import { LiveSight } from '../live/live-sight.js';
import { OpenApiModule } from '../openapi/openapi.module.js';
import { ClientSettingsController } from '../web/client-settings.controller.js';

export interface TestGatewayOptions {
  readonly issuer: string;
  readonly controllers?: readonly Type[];
  readonly webRoot?: string;
  readonly limits?: DoorLimits;
  /** Takes the place of the bus. */
  readonly requests?: Pick<Requests, 'send'>;
  /** What people without the whole portfolio may hear about. */
  readonly visible?: ReadonlySet<string>;
  /** What resourcing keeps of people from outside; nothing when left out. */
  readonly outsiderDays?: () => AccessDays;
}

export interface TestGateway {
  readonly url: string;
  readonly port: number;
  readonly app: NestFastifyApplication;
  /** How full the door is. */
  readonly admission: Admission;
  /** Makes something happen on the live stream. */
  happen(message: LiveMessage): void;
  stop(): Promise<void>;
}

/** The kernel of the gateway on a free port, without the bus: controllers of the test take the place of the routes. */
export async function startTestGateway(options: TestGatewayOptions): Promise<TestGateway> {
  const messages = new Set<(message: LiveMessage) => void>();
  const door = new Door({ issuer: options.issuer, webRoot: options.webRoot, limits: options.limits });
  const app = await NestFactory.create<NestFastifyApplication>(testModule(options, messages), door.adapter, {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  const closeStreams = door.open(app);
  const server = await app.listen(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  return {
    app,
    admission: door.admission,
    port,
    url: `http://127.0.0.1:${port}`,
    happen: (message) => messages.forEach((listener) => listener(message)),
    stop: async () => {
      closeStreams();
      server.closeAllConnections();
      await app.close();
    },
  };
}

function testModule(options: TestGatewayOptions, messages: Set<(message: LiveMessage) => void>): Type {
  class Source extends LiveSource {
    readonly epoch = 'e1';

    async subscribe(onMessage: (message: LiveMessage) => void): Promise<() => Promise<void>> {
      messages.add(onMessage);
      return async () => void messages.delete(onMessage);
    }
  }
  class Sight extends LiveSight {
    async visibleProjects(_caller: Caller): Promise<ReadonlySet<string>> {
      return options.visible ?? new Set();
    }
  }
  class Days extends OutsiderDays {
    async daysOf(): Promise<AccessDays> {
      return options.outsiderDays?.() ?? {};
    }
  }
  const settings = {
    OIDC_ISSUER: options.issuer,
    OIDC_AUDIENCE: 'meridian',
    OIDC_WEB_CLIENT: 'meridian-web',
  };
  const imports = [
    RuntimeModule.forService(settings),
    AccessModule.forIssuer(Days),
    HttpModule,
    OpenApiModule,
    LiveModule.from(Source, Sight),
  ];
  const controllers = [MeController, ClientSettingsController, ...(options.controllers ?? [])];
  class TestGatewayModule {}
  const providers = [{ provide: Requests, useValue: options.requests ?? nobodyAnswers }];
  Module({ imports, controllers, providers })(TestGatewayModule);
  return TestGatewayModule;
}

const nobodyAnswers: Pick<Requests, 'send'> = {
  send: async () => {
    throw new Unavailable('Nobody answers in this test.');
  },
};
