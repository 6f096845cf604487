import { IsString, IsUUID, MinLength } from 'class-validator';
import { readContract } from '../contracts/read-contract.js';
import type { BusFigures } from '../module/bus-figures.js';
import type { BusLog } from '../module/bus-log.js';
import type { ServiceDatabase } from '../outbox/service-database.js';
import type { Answerer } from '../requests/answerer.js';
import { InvalidRequest } from '../requests/request-errors.js';
import { Refusal } from '@meridian/refusal';
import type { SealedEvent } from '../wire/sealed-event.js';
import { messageOf } from './failure-class.js';
import type { OwnerInbox } from './owner-inbox.js';
import { openLetterOf, requestedLetters } from './open-letters.js';
import { discard, redrive } from './redrive.js';

class RedriveDeadLetter {
  @IsUUID() readonly id!: string;
}

class DiscardDeadLetter {
  @IsUUID() readonly id!: string;
  @IsString() @MinLength(1) readonly why!: string;
}

const LOOK_EVERY_MS = 1_000;

export interface DeadLettersParts {
  readonly service: string;
  readonly database: ServiceDatabase;
  readonly inboxes: readonly OwnerInbox[];
  readonly figures: BusFigures;
  readonly log: BusLog;
  /** Reactions announced something that is committed now. */
  readonly announced: () => void;
}

/** Redrives dead letters: at once on request over the bus, and within a second when the command line asked for it in the table. */
export class DeadLetters {
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  readonly #mending = new Set<Promise<void>>();
  #stopped = false;

  constructor(private readonly parts: DeadLettersParts) {}

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
    await Promise.all([this.#looking, ...this.#mending]);
  }

  /** Applies a parked event again and lets those behind it follow. `by` is written to the audit. */
  async redrive(id: string, by: string): Promise<void> {
    const parts = {
      database: this.parts.database,
      ownerOf: (source: string) => this.#inbox(source).owner,
      takeOptions: (source: string) => this.#inbox(source).takeOptions,
    };
    const { source, following, announced } = await redrive(parts, id, by);
    this.parts.figures.redriven += 1;
    if (announced > 0) this.parts.announced();
    const inbox = this.#inbox(source);
    inbox.watch(following.slice(0, 1).map(({ aggregateId }) => aggregateId));
    await inbox.offer(following);
  }

  /**
   * An event was parked because of its body. When its owner's record holds something else in its place, what came was damaged on
   * its way: the record's is taken instead, as when a person redrives it. The letter stays as a witness. When the owner is away
   * it is left to a person.
   */
  mend(event: SealedEvent): void {
    if (this.#stopped) return;
    const mending = this.#takeOwnersCopy(event)
      .catch((error: unknown) => {
        const { aggregateId, sequence } = event;
        this.parts.log.warn(`a damaged event of ${event.source} could not be mended`, {
          aggregateId,
          sequence,
          error: messageOf(error),
        });
      })
      .finally(() => this.#mending.delete(mending));
    this.#mending.add(mending);
  }

  /** Skips a parked event for good. */
  async discard(id: string, by: string, why: string): Promise<void> {
    const { source, aggregateId } = await discard(this.parts.database, id, by, why);
    if (aggregateId !== null)
      this.parts.inboxes.find((inbox) => inbox.source === source)?.watch([aggregateId]);
  }

  answers(): [string, Answerer][] {
    return [
      [
        `requests.${this.parts.service}.redrive-dead-letter.v1`,
        async ({ body, envelope }) => {
          await this.redrive(checked(RedriveDeadLetter, body).id, envelope.claims.subject);
          return '{}';
        },
      ],
      [
        `requests.${this.parts.service}.discard-dead-letter.v1`,
        async ({ body, envelope }) => {
          const { id, why } = checked(DiscardDeadLetter, body);
          await this.discard(id, envelope.claims.subject, why);
          return '{}';
        },
      ],
    ];
  }

  async #takeOwnersCopy({ source, aggregateId, sequence, eventId, payload }: SealedEvent): Promise<void> {
    const wanted = [{ aggregateId, fromSequence: sequence }];
    const [own] = await this.#inbox(source).owner.fetchEvents(wanted, 1);
    if (!own || (own.eventId === eventId && own.payload === payload)) return;
    const id = await openLetterOf(this.parts.database, { source, aggregateId, sequence });
    if (id !== undefined) await this.redrive(id, `service:${this.parts.service}`);
  }

  async #look(): Promise<void> {
    try {
      for (const { id, by, act, why } of await requestedLetters(this.parts.database)) {
        if (this.#stopped) return;
        const deed = act === 'redrive' ? this.redrive(id, by) : this.discard(id, by, why ?? '');
        await deed.catch((error: unknown) => {
          this.parts.log.warn(`a dead letter could not be settled`, { id, act, error: messageOf(error) });
        });
      }
    } catch (error) {
      this.parts.log.warn('dead letters could not be looked up', { error: messageOf(error) });
    }
  }

  #inbox(source: string): OwnerInbox {
    const inbox = this.parts.inboxes.find((one) => one.source === source);
    if (!inbox) throw new Refusal('bus/no-reaction', `This service no longer reacts to events of ${source}.`);
    return inbox;
  }
}

function checked<T extends object>(contract: new () => T, body: unknown): T {
  const reading = readContract(contract, body, 'refuse');
  if (!reading.valid) throw new InvalidRequest(reading.violations);
  return reading.value;
}
