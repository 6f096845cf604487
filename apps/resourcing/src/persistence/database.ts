import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { prismaOptions, SETTINGS, type ServiceSettings } from '@meridian/runtime';
import { Prisma, PrismaClient } from './generated/client.js';

export type Tx = Prisma.TransactionClient;
export type {
  Booking,
  Concern,
  ConcernReader,
  Deliverable,
  DeliverableStep,
  Partner,
  PerformanceReview,
  Person,
  Project,
} from './generated/client.js';

/** The database of resourcing. */
@Injectable()
export class Database extends PrismaClient implements OnApplicationShutdown {
  constructor(@Inject(SETTINGS) { DATABASE_URL, DATABASE_POOL_SIZE }: ServiceSettings) {
    super(prismaOptions({ url: DATABASE_URL, poolSize: DATABASE_POOL_SIZE, applicationName: 'resourcing' }));
  }

  /** The last of all hooks: nothing needs the database any more. */
  onApplicationShutdown(): Promise<void> {
    return this.$disconnect();
  }
}
