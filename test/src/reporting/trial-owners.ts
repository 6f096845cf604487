import { ownerOf, startBus } from '@meridian/bus';
import type { AnyEventContract, BodyOf, EventContract, StandaloneBus } from '@meridian/bus';
import { eventually, PgDatabase, testDatabase } from '@meridian/testing';
import type { ServiceUnderTest, TestDatabase } from '@meridian/testing';

const OWNERS = ['projects', 'budgeting', 'resourcing', 'quality', 'governance'] as const;
type OwnerName = (typeof OWNERS)[number];

interface TrialOwner {
  readonly home: TestDatabase;
  readonly database: PgDatabase;
  readonly bus: StandaloneBus;
}

export interface Fact {
  readonly contract: AnyEventContract;
  readonly body: object;
}

export function fact<E extends object>(contract: EventContract<E>, body: BodyOf<E>): Fact {
  return { contract, body };
}

/** The owners whose events reporting hears, each with a record and a relay of its own and nothing behind them. */
export class TrialOwners {
  private constructor(
    private readonly service: ServiceUnderTest,
    private readonly owners: ReadonlyMap<string, TrialOwner>,
  ) {}

  static async start(service: ServiceUnderTest): Promise<TrialOwners> {
    const started = OWNERS.map(async (name) => [name, await startOwner(name, service)] as const);
    return new TrialOwners(service, new Map(await Promise.all(started)));
  }

  /** Each owner announces its facts in the order given, many to a transaction. */
  async tell(facts: readonly Fact[]): Promise<void> {
    await Promise.all(
      [...this.owners].map(([name, { bus }]) =>
        bus.outbox.transact(async ({ announce }) => {
          for (const { contract, body } of facts) {
            if (ownerOf(contract) === name) await announce(contract as EventContract<object>, body);
          }
        }),
      ),
    );
  }

  /** Comes back when the service took everything that was told. */
  async areHeard(): Promise<void> {
    await eventually(async () => (await this.waiting()) === 0, { timeoutMs: 60_000, everyMs: 100 });
  }

  /** Told and not taken yet. */
  async waiting(): Promise<number> {
    const [taken] = await this.service.rows<{ events: string | null }>(
      'SELECT sum(sequence) AS events FROM bus.inbox_cursor',
    );
    return (await this.told()) - Number(taken?.events ?? 0);
  }

  async told(): Promise<number> {
    const counts = [...this.owners.values()].map(async ({ database }) => {
      const [all] = await database.$queryRawUnsafe<{ events: string }[]>(
        'SELECT count(*) AS events FROM bus.outbox',
      );
      return Number(all!.events);
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  /** The database in which an owner keeps its record. */
  recordOf(owner: OwnerName): PgDatabase {
    return this.owners.get(owner)!.database;
  }

  async end(): Promise<void> {
    for (const { bus, database, home } of this.owners.values()) {
      await bus.close();
      await database.close();
      await home.drop();
    }
  }
}

async function startOwner(name: OwnerName, { broker }: ServiceUnderTest): Promise<TrialOwner> {
  const home = await testDatabase('bus');
  const database = new PgDatabase(home.url, 4);
  const settings = {
    natsUrl: broker.url,
    natsUser: name,
    natsPassword: broker.passwords[name],
    databaseUrl: home.url,
  };
  return { home, database, bus: await startBus({ service: name, database, settings }) };
}
