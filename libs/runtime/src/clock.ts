import { Injectable } from '@nestjs/common';

/** Anything that can ask PostgreSQL: a Prisma client or one of its transactions. */
interface Asked {
  $queryRawUnsafe<T>(sql: string): PromiseLike<T>;
}

/** The time of day, given to domain code as an argument. A test provides its own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** PostgreSQL's time. What expires must be judged by it: it is the same for all replicas. */
  async databaseNow(tx: Asked): Promise<Date> {
    const [row] = await tx.$queryRawUnsafe<{ now: Date }[]>('SELECT now() AS now');
    return row!.now;
  }
}
