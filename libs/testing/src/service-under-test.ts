import { randomUUID } from 'node:crypto';
import { ownerOf, startClient, subjectOf } from '@meridian/bus';
import type { BodyOf, Claims, EventContract, RequestContract, StandaloneClient } from '@meridian/bus';
import type { BusUser } from '@meridian/local';
import { eventually } from './eventually.js';
import { OtherOwner } from './other-owner.js';
import type { Announced } from './other-owner.js';
import { PgDatabase } from './pg-database.js';
import { startServiceProcess } from './service-process.js';
import type { ServiceProcess } from './service-process.js';
import { testBroker } from './test-broker.js';
import type { TestBroker } from './test-broker.js';
import { testDatabase } from './test-database.js';
import type { TestDatabase } from './test-database.js';

export interface AskOptions {
  /** The idempotency key of a command; a new one for each when not given. */
  readonly key?: string;
  /** The version the person saw (If-Match). */
  readonly version?: number;
  /** Default 30,000. */
  readonly timeoutMs?: number;
}

/**
 * A service as its neighbours know it: a process of its own (`dist/main.js`, so build it first) with its own database and
 * broker. It is asked as the gateway asks, hears what other owners announce, and is believed only what it answers and announces.
 *
 * ```ts
 * const quality = await ServiceUnderTest.start('quality');          // in beforeAll; `await quality.end()` in afterAll
 * await quality.hears(MilestoneRecorded, { ... });                  // announced by its owner, back when it took effect
 * await quality.ask(person('pmo-manager'), AddCheck, { ... });      // the typed answer, or the Refusal is thrown
 * expect(await quality.announced(CheckRecorded, projectId)).toMatchObject([{ ... }]);
 * ```
 */
export class ServiceUnderTest {
  private readonly others = new Map<BusUser, Promise<OtherOwner>>();

  private constructor(
    readonly name: BusUser,
    readonly broker: TestBroker,
    readonly home: TestDatabase,
    private readonly database: PgDatabase,
    private readonly gateway: StandaloneClient,
    private process: ServiceProcess,
  ) {}

  static async start(name: BusUser): Promise<ServiceUnderTest> {
    const [broker, home] = await Promise.all([testBroker(), testDatabase(name)]);
    const service = await startServiceProcess(name, environmentOf(name, broker, home));
    const gateway = await startClient('gateway', {
      natsUrl: broker.url,
      natsUser: 'gateway',
      natsPassword: broker.passwords.gateway,
    });
    return new ServiceUnderTest(name, broker, home, new PgDatabase(home.url, 4), gateway, service);
  }

  /** Sends a command or a question as this person. Throws what the service answers when it says no. */
  ask<Q extends object, A>(
    person: Claims,
    contract: RequestContract<Q, A>,
    body: BodyOf<Q>,
    { key = randomUUID(), version, timeoutMs = 30_000 }: AskOptions = {},
  ): Promise<A> {
    const options = { claims: person, idempotencyKey: key, expectedVersion: version, timeoutMs };
    return this.gateway.requests.send(contract, body, options);
  }

  /** The owner of the event announces it. Comes back when the service took it; throws when the service parked it. */
  async hears<E extends object>(contract: EventContract<E>, body: BodyOf<E>): Promise<void> {
    const name = ownerOf(contract) as BusUser;
    const owner = this.others.get(name) ?? OtherOwner.start(name, this.broker);
    this.others.set(name, owner);
    const announced = await (await owner).announce(contract, body);
    const parked = await eventually(() => this.outcomeOf(announced), { timeoutMs: 30_000 });
    if (parked !== null) throw new Error(`${this.name} parked ${subjectOf(contract)}: ${parked}`);
  }

  /** Bodies of the events of this kind that the service announced, in order; those of one aggregate when it is given. */
  async announced<E extends object>(contract: EventContract<E>, aggregateId?: string): Promise<BodyOf<E>[]> {
    const rows = await this.rows<{ payload: BodyOf<E> }>(
      `SELECT payload FROM bus.outbox WHERE type = $1 AND ($2::text IS NULL OR aggregate_id = $2)
        ORDER BY position`,
      subjectOf(contract),
      aggregateId ?? null,
    );
    return rows.map(({ payload }) => payload);
  }

  /** Looks into the service's own database. */
  rows<R>(sql: string, ...values: unknown[]): Promise<R[]> {
    return this.database.$queryRawUnsafe<R[]>(sql, ...values);
  }

  /** Kills the process as a power cut would and starts it again. */
  async restart(): Promise<void> {
    await this.process.end('SIGKILL');
    this.process = await startServiceProcess(this.name, environmentOf(this.name, this.broker, this.home));
  }

  /** Everything the process wrote so far. */
  output(): string {
    return this.process.output();
  }

  async end(): Promise<void> {
    await this.gateway.close();
    for (const owner of this.others.values()) await (await owner).end();
    await this.process.end('SIGTERM');
    await this.database.close();
    await this.broker.stop();
    await this.home.drop();
  }

  /** Null when the event took effect, the reason when it was parked. */
  private async outcomeOf({ source, aggregateId, sequence }: Announced): Promise<string | null> {
    const [found] = await this.rows<{ taken: boolean; reason: string | null }>(
      `SELECT EXISTS (SELECT 1 FROM bus.inbox_cursor WHERE source = $1 AND aggregate_id = $2 AND sequence >= $3) AS taken,
              (SELECT reason FROM bus.dead_letter WHERE source = $1 AND aggregate_id = $2 ORDER BY parked_at LIMIT 1) AS reason`,
      source,
      aggregateId,
      sequence,
    );
    if (found?.taken !== true && found?.reason == null) {
      throw new Error(
        `${this.name} did not take event ${sequence} of ${source}; it wrote:\n${this.output()}`,
      );
    }
    return found.taken ? null : found.reason;
  }
}

function environmentOf(name: BusUser, broker: TestBroker, home: TestDatabase): Record<string, string> {
  return {
    DATABASE_URL: home.url,
    NATS_URL: broker.url,
    NATS_USER: name,
    NATS_PASSWORD: broker.passwords[name],
    PORT: '0',
    LOG_LEVEL: 'info',
    MERIDIAN_ALLOW_UNSAFE_DATABASE: '1',
  };
}
