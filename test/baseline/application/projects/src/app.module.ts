import { Module } from '@nestjs/common';
import { ClientsModule, Transport } from '@nestjs/microservices';
import { HealthController } from './health.controller.js';
import { natsOptions } from './nats-options.js';
import { PrismaService } from './prisma.service.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';

@Module({
  imports: [ClientsModule.register([{ name: 'EVENTS', transport: Transport.NATS, options: natsOptions }])],
  controllers: [ProjectsController, HealthController],
  providers: [ProjectsService, PrismaService],
})
export class AppModule {}
