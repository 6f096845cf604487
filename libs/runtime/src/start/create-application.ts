import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import { correlationIdOf } from '../logs/correlation-id.js';
import { logParameters } from '../logs/log-parameters.js';
import { NestLogger } from '../logs/nest-logger.js';
import { RuntimeModule } from '../runtime.module.js';

class ServiceRoot {}

/** The application of a service, with its settings, clock and logger in place. It does not listen yet. */
export function createApplication(
  module: Type,
  settings: object,
  log: Logger,
  adapter = new FastifyAdapter(),
): Promise<NestFastifyApplication> {
  const params = logParameters(log);
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    request.id = correlationIdOf(request.raw);
    done();
  });
  const imports = [RuntimeModule.forService(settings), LoggerModule.forRoot(params), module];
  return NestFactory.create<NestFastifyApplication>({ module: ServiceRoot, imports }, adapter, {
    logger: new NestLogger(params),
    abortOnError: false,
  });
}
