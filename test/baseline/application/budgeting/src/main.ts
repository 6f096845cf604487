import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type MicroserviceOptions, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { natsOptions } from './nats-options.js';

const app = await NestFactory.create(AppModule, new FastifyAdapter());
app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
app.connectMicroservice<MicroserviceOptions>(
  {
    transport: Transport.NATS,
    options: { ...natsOptions, queue: 'budgeting', gracefulShutdown: true, gracePeriod: 2_000 },
  },
  { inheritAppConfig: true },
);
app.enableShutdownHooks();
await app.startAllMicroservices();
await app.listen(Number(process.env['PORT']), '127.0.0.1');
