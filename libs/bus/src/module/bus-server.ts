import type { CustomTransportStrategy } from '@nestjs/microservices';
import { ownerOf } from '../contracts/contract.js';
import { BUS_TRANSPORT } from '../handlers/transport.js';
import { DeadLetters } from '../inbox/dead-letters.js';
import { OwnerInbox } from '../inbox/owner-inbox.js';
import { RemoteOwner } from '../inbox/remote-owner.js';
import type { Reaction, Reactions } from '../inbox/reactions.js';
import type { Broker } from '../nats/broker.js';
import { ownerAnswers } from '../outbox/owner-answers.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import { Relay } from '../relay/relay.js';
import { answersKeptDays, OldAnswers } from '../requests/old-answers.js';
import { RequestServer } from '../requests/request-server.js';
import { Requests } from '../requests/requests.js';
import { serviceAnswers } from '../requests/service-answers.js';
import type { SealedEvent } from '../wire/sealed-event.js';
import type { BusFigures } from './bus-figures.js';
import type { BusLog } from './bus-log.js';
import type { BusSettings } from './bus-settings.js';
import { HandlerRegistry } from './handler-registry.js';

export interface BusServerParts {
  readonly service: string;
  readonly settings: BusSettings;
  readonly broker: Broker;
  /** The service's database, once all providers exist. */
  readonly database: () => ServiceDatabase;
  readonly figures: BusFigures;
  readonly log: BusLog;
}

/** Part of the time to stop that is for what has begun; the rest is for publishing what is left. */
const FOR_WORK = 0.6;
/** Of relay, database session and broker connection, each of which may find nobody at the other end. */
const GOODBYES_MS = 2_500;

/**
 * Nest's transport for `@On` and `@Answers`. `listen` starts relay, inboxes and requests; `close` stops them in the order that
 * loses nothing: no new requests, no new events, finish and settle what runs, publish what is left.
 */
export class BusServer extends HandlerRegistry implements CustomTransportStrategy {
  override readonly transportId = BUS_TRANSPORT;
  readonly relay: Relay;
  readonly #requests: Requests;
  #inboxes: OwnerInbox[] = [];
  #requestServer: RequestServer | undefined;
  #oldAnswers: OldAnswers | undefined;
  #deadLetters: DeadLetters | undefined;
  #closing: Promise<void> | undefined;

  constructor(private readonly parts: BusServerParts) {
    super(parts.service);
    const { service, settings, broker, figures, log } = parts;
    this.#requests = new Requests(broker);
    const options = { service, databaseUrl: settings.databaseUrl, stream: settings.stream };
    this.relay = new Relay(broker, options, figures, log);
  }

  listen(callback: (error?: unknown) => void): void {
    try {
      this.relay.start();
      this.#startInboxes();
      this.#startRequests();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Events on hand, all owners together. */
  get held(): number {
    return this.#inboxes.reduce((sum, inbox) => sum + inbox.held, 0);
  }

  /** Compares with all owners now. */
  sweepNow(): void {
    for (const inbox of this.#inboxes) inbox.sweepNow();
  }

  /** Stops gracefully within `settings.drainMs`; called twice it waits for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#drain();
    return this.#closing;
  }

  on(): void {
    throw new Error('The bus has no events of its own to listen to.');
  }

  unwrap<T>(): T {
    return this.parts.broker as T;
  }

  #startInboxes(): void {
    const database = this.parts.database();
    for (const [source, reactions] of this.#reactionsByOwner()) {
      const { service, settings, broker, figures, log } = this.parts;
      const owner = new RemoteOwner(this.#requests, service, source);
      const inboxParts = {
        broker,
        database,
        owner,
        reactions,
        figures,
        log,
        announced: () => this.relay.wake(),
        damaged: (event: SealedEvent) => this.#deadLetters!.mend(event),
      };
      const options = {
        service,
        transactions: settings.inboxTransactions,
        capacity: settings.inboxCapacity,
        eventDeadlineMs: settings.eventDeadlineMs,
        sweepEveryMs: settings.sweepEveryMs,
      };
      this.#inboxes.push(new OwnerInbox(source, inboxParts, options));
    }
    const { service, figures, log } = this.parts;
    this.#deadLetters = new DeadLetters({
      service,
      database,
      inboxes: this.#inboxes,
      figures,
      log,
      announced: () => this.relay.wake(),
    });
    for (const inbox of this.#inboxes) inbox.start();
    this.#deadLetters.start();
  }

  #startRequests(): void {
    const { service, settings, broker, database, figures, log } = this.parts;
    const answerers = new Map([
      ...serviceAnswers(this.handlers, { service, database, announced: () => this.relay.wake() }),
      ...ownerAnswers(service, database()),
      ...this.#deadLetters!.answers(),
    ]);
    const options = { service, concurrency: settings.requestConcurrency, queue: settings.requestQueue };
    this.#requestServer = new RequestServer(broker, options, answerers, figures, log);
    this.#requestServer.start();
    this.#oldAnswers = new OldAnswers(database(), answersKeptDays(), log);
    this.#oldAnswers.start();
  }

  #reactionsByOwner(): Map<string, Reactions> {
    const byOwner = new Map<string, Map<string, Reaction>>();
    for (const [subject, reaction] of this.reactions) {
      const owner = ownerOf(reaction.contract);
      if (!byOwner.has(owner)) byOwner.set(owner, new Map());
      byOwner.get(owner)!.set(subject, reaction);
    }
    return byOwner;
  }

  async #drain(): Promise<void> {
    const { drainMs } = this.parts.settings;
    const deadline = performance.now() + drainMs;
    const stopped = Promise.all([
      this.#requestServer?.drain(),
      this.#deadLetters?.stop(),
      this.#oldAnswers?.stop(),
      ...this.#inboxes.map((inbox) => inbox.drain()),
    ]);
    const isInTime = await within(drainMs * FOR_WORK, stopped);
    if (!isInTime)
      this.parts.log.warn(`${this.service} did not finish everything in time; it will be redelivered`, {});
    await this.relay.close(Math.max(500, deadline - performance.now() - GOODBYES_MS));
    await within(1_000, this.parts.broker.connection.drain());
  }
}

/** True when the work ended within the time. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([
      work.then(
        () => true,
        () => true,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
