import type { Broker } from '../nats/broker.js';
import { streamName } from '../nats/owner-stream.js';
import type { StreamOptions } from '../nats/owner-stream.js';
import type { BusLog } from '../module/bus-log.js';
import type { BusFigures } from '../module/bus-figures.js';
import type { RelayEffect, RelayInput } from '../protocol/relay-protocol.js';
import { JetStreamRelayStream } from './jet-stream-relay-stream.js';
import { LeaderSession } from './leader-session.js';
import { PostgresRelayRecords } from './postgres-relay-records.js';
import { RelayLoop } from './relay-loop.js';
import { Rest } from './rest.js';

export interface RelayOptions {
  readonly service: string;
  readonly databaseUrl: string;
  readonly stream: StreamOptions;
}

/** What a relay says when its stream is not the one it knew. */
const FOUND = {
  'another-life': 'takes over another life of its stream',
  'other-content': 'does not find in its stream what it recorded there',
} as const;

/** Brings this service's announcements from its outbox to its stream. Every replica has one; one of them leads. */
export class Relay {
  readonly #rest = new Rest();
  readonly #session: LeaderSession;
  readonly #stream: JetStreamRelayStream;
  readonly #loop: RelayLoop;
  #running: Promise<void> | undefined;
  #stopping = false;

  constructor(
    private readonly broker: Broker,
    private readonly options: RelayOptions,
    private readonly figures: BusFigures,
    private readonly log: BusLog,
  ) {
    const name = streamName(options.service);
    this.#session = new LeaderSession(options.databaseUrl, name);
    this.#stream = new JetStreamRelayStream(broker, options.service, options.stream, (what, facts) =>
      log.warn(`relay of ${options.service} ${what}`, facts),
    );
    this.#loop = new RelayLoop({
      records: new PostgresRelayRecords(this.#session, name, options.service),
      stream: this.#stream,
      clock: this.#rest,
      observe: (effect, outcome, error) => this.#observe(effect, outcome, error),
    });
  }

  get leads(): boolean {
    return this.#loop.leads;
  }

  start(): void {
    this.broker.connection.subscribe(`wake.${this.options.service}`, { callback: () => this.#rest.wake() });
    this.#running = this.#run();
  }

  /** Something was committed: publish it now. A replica that does not lead tells the one that does. */
  wake(): void {
    if (this.leads) this.#rest.wake();
    else if (!this.broker.connection.isClosed())
      this.broker.connection.publish(`wake.${this.options.service}`);
  }

  /** Publishes what is left, within the time given, and lets another replica lead. */
  async close(withinMs: number): Promise<void> {
    const deadline = performance.now() + withinMs;
    this.#rest.wake();
    while (this.leads && !this.#loop.isIdle && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    this.#stopping = true;
    this.#rest.end();
    await Promise.race([this.#running, new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
    this.#stream.close();
    await this.#session.close();
  }

  async #run(): Promise<void> {
    while (!this.#stopping) await this.#loop.advance();
  }

  #observe(effect: RelayEffect, outcome: RelayInput, error: unknown): void {
    if (outcome.kind === 'published') {
      this.figures.published += outcome.acknowledgements.filter((one) => one !== null).length;
      const unacknowledged = outcome.acknowledgements.filter((one) => one === null).length;
      if (unacknowledged > 0) this.figures.unacknowledged += unacknowledged;
    }
    if (effect.kind === 'adopt' && effect.why !== 'first-life')
      this.log.warn(`relay of ${this.options.service} ${FOUND[effect.why]}`, { ...effect });
    if (effect.kind === 'rename-history')
      this.log.warn(`the database of ${this.options.service} was set back; its history has a new name`, {});
    if (outcome.kind === 'failed' && !this.#stopping) {
      this.figures.relayFailures += 1;
      this.log.warn(`relay of ${this.options.service} could not ${effect.kind}`, { error });
    }
  }
}
