import { startBus, subjectOf } from '@meridian/bus';
import type { BodyOf, BusLog, EventContract, StandaloneBus } from '@meridian/bus';
import type { BusUser } from '@meridian/local';
import { PgDatabase } from './pg-database.js';
import type { TestBroker } from './test-broker.js';
import { testDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

/** Where in its owner's record an announced event stands. */
export interface Announced {
  readonly source: string;
  readonly aggregateId: string;
  readonly sequence: number;
}

/** A new stream is news to the relay of an owner, not to the reader of a test. */
const LOG: BusLog = {
  warn: () => undefined,
  error: (sentence, facts) => void process.stderr.write(`${sentence} ${JSON.stringify(facts)}\n`),
};

/** Stands for a service that owns events: a record and a relay of its own, and nothing behind them. */
export class OtherOwner {
  private constructor(
    private readonly name: BusUser,
    private readonly home: TestDatabase,
    private readonly database: PgDatabase,
    private readonly bus: StandaloneBus,
  ) {}

  static async start(name: BusUser, broker: TestBroker): Promise<OtherOwner> {
    const home = await testDatabase('bus');
    const database = new PgDatabase(home.url, 4);
    const settings = {
      natsUrl: broker.url,
      natsUser: name,
      natsPassword: broker.passwords[name],
      databaseUrl: home.url,
    };
    const bus = await startBus({ service: name, database, settings, log: LOG });
    return new OtherOwner(name, home, database, bus);
  }

  async announce<E extends object>(contract: EventContract<E>, body: BodyOf<E>): Promise<Announced> {
    subjectOf(contract);
    const aggregateId = String(body[contract.aggregate]);
    await this.bus.outbox.transact(({ announce }) => announce(contract, body));
    const [head] = await this.database.$queryRawUnsafe<{ sequence: string }[]>(
      'SELECT sequence FROM bus.outbox_head WHERE aggregate_id = $1',
      aggregateId,
    );
    return { source: this.name, aggregateId, sequence: Number(head?.sequence) };
  }

  async end(): Promise<void> {
    await this.bus.close();
    await this.database.close();
    await this.home.drop();
  }
}
