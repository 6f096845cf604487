import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { prismaOptions } from '@meridian/runtime';
import { Prisma, PrismaClient } from './generated/client.js';

export type Tx = Prisma.TransactionClient;

/** The database of resourcing. */
@Injectable()
export class Database extends PrismaClient implements OnApplicationShutdown {
  constructor() {
    super(
      prismaOptions({ url: process.env['DATABASE_URL'] ?? '', poolSize: 10, applicationName: 'resourcing' }),
    );
  }

  onApplicationShutdown(): Promise<void> {
    return this.$disconnect();
  }
}
