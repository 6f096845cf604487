import { IsString, IsUUID, MinLength } from 'class-validator';
import { readContract } from '../contracts/read-contract.js';
import type { BusFigures } from '../module/bus-figures.js';
import type { BusLog } from '../module/bus-log.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import type { Answerer } from '../requests/answerer.js';
import { InvalidRequest } from '../requests/request-errors.js';
import { Refusal } from '@meridian/refusal';
import { messageOf } from './failure-class.js';
import type { OwnerInbox } from './owner-inbox.js';
import { discard, redrive, requestedLetters } from './redrive.js';

class RedriveDeadLetter {
  @IsUUID() readonly id!: string;
}

class DiscardDeadLetter {
  @IsUUID() readonly id!: string;
  @IsString() @MinLength(1) readonly why!: string;
}

const LOOK_EVERY_MS = 1_000;

/** Redrives dead letters: at once on request over the bus, and within a second when the command line asked for it in the table. */
export class DeadLetters {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly database: ServiceDatabase,
    private readonly inboxes: readonly OwnerInbox[],
    private readonly figures: BusFigures,
    private readonly log: BusLog,
    private readonly announced: () => void,
  ) {}

  start(): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => {
        if (!this.#stopped) this.start();
      });
    }, LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  /** Applies a parked event again and lets those behind it follow. `by` is written to the audit. */
  async redrive(id: string, by: string): Promise<void> {
    const parts = {
      database: this.database,
      ownerOf: (source: string) => this.#inbox(source).owner,
      takeOptions: (source: string) => this.#inbox(source).takeOptions,
    };
    const { source, following, announced } = await redrive(parts, id, by);
    this.figures.redriven += 1;
    if (announced > 0) this.announced();
    const inbox = this.#inbox(source);
    inbox.watch(following.slice(0, 1).map(({ aggregateId }) => aggregateId));
    await inbox.offer(following);
  }

  /** Skips a parked event for good. */
  async discard(id: string, by: string, why: string): Promise<void> {
    const { source, aggregateId } = await discard(this.database, id, by, why);
    if (aggregateId !== null) this.inboxes.find((inbox) => inbox.source === source)?.watch([aggregateId]);
  }

  answers(service: string): [string, Answerer][] {
    return [
      [
        `requests.${service}.redrive-dead-letter.v1`,
        async ({ body, envelope }) => {
          await this.redrive(checked(RedriveDeadLetter, body).id, envelope.claims.subject);
          return '{}';
        },
      ],
      [
        `requests.${service}.discard-dead-letter.v1`,
        async ({ body, envelope }) => {
          const { id, why } = checked(DiscardDeadLetter, body);
          await this.discard(id, envelope.claims.subject, why);
          return '{}';
        },
      ],
    ];
  }

  async #look(): Promise<void> {
    try {
      for (const { id, by, act, why } of await requestedLetters(this.database)) {
        if (this.#stopped) return;
        const deed = act === 'redrive' ? this.redrive(id, by) : this.discard(id, by, why ?? '');
        await deed.catch((error: unknown) => {
          this.log.warn(`a dead letter could not be settled`, { id, act, error: messageOf(error) });
        });
      }
    } catch (error) {
      this.log.warn('dead letters could not be looked up', { error: messageOf(error) });
    }
  }

  #inbox(source: string): OwnerInbox {
    const inbox = this.inboxes.find((one) => one.source === source);
    if (!inbox) throw new Refusal('bus/no-reaction', `This service no longer reacts to events of ${source}.`);
    return inbox;
  }
}

function checked<T extends object>(contract: new () => T, body: unknown): T {
  const reading = readContract(contract, body, 'refuse');
  if (!reading.valid) throw new InvalidRequest(reading.violations);
  return reading.value;
}
