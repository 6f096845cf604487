import { randomUUID } from 'node:crypto';
import { ownerOf, subjectOf } from '../contracts/contract.js';
import type { BodyOf, EventContract } from '../contracts/contract.js';
import { partitionOf } from '../contracts/partition.js';
import { readContract } from '../contracts/read-contract.js';
import type { Announce } from '../handlers/announce.js';
import { packedSize } from '../wire/packed-body.js';
import type { SqlRunner } from './service-database.js';
import { writeAnnouncements, writeCommandResult } from './write-announcements.js';
import type { StoredAnswer } from './write-announcements.js';

export interface AnnouncementOrigin {
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
}

/** One event waiting for its transaction to end. */
export interface Announcement extends AnnouncementOrigin {
  readonly eventId: string;
  readonly aggregateId: string;
  readonly type: string;
  readonly partition: number;
  readonly payload: string;
}

/** The broker refuses messages above 1 MB; the headers need a little of that. */
const MAX_PACKED_BYTES = 960 * 1024;

/** The body given to `announce` is not what the contract promises. A defect of the announcing service. */
export class InvalidAnnouncement extends Error {
  constructor(type: string, complaint: string) {
    super(`${type} cannot be announced: ${complaint}.`);
    this.name = 'InvalidAnnouncement';
  }
}

/** Collects what one transaction announces and writes it in one statement just before the commit. */
export class Announcements {
  readonly #waiting: Announcement[] = [];

  constructor(private readonly service: string) {}

  /** The `announce` of one request or one event. */
  from(origin: AnnouncementOrigin): Announce {
    return async (contract, body) => {
      this.#waiting.push({ ...this.#checked(contract, body), ...origin });
    };
  }

  /** The collected events, for whoever writes them with something else. */
  taken(): readonly Announcement[] {
    return this.#waiting.splice(0);
  }

  /** Writes the collected events to the outbox and says how many. Call it last: it locks the heads of their aggregates. */
  async flush(tx: SqlRunner): Promise<number> {
    const events = this.taken();
    await writeAnnouncements(tx, events);
    return events.length;
  }

  /** The same together with the answer of the command that announced them. */
  async flushWithAnswer(tx: SqlRunner, answer: StoredAnswer): Promise<number> {
    const events = this.taken();
    await writeCommandResult(tx, events, answer);
    return events.length;
  }

  #checked<E extends object>(
    contract: EventContract<E>,
    body: BodyOf<E>,
  ): Omit<Announcement, keyof AnnouncementOrigin> {
    const type = subjectOf(contract);
    if (ownerOf(contract) !== this.service) {
      throw new InvalidAnnouncement(
        type,
        `it belongs to ${ownerOf(contract)} and this service is ${this.service}`,
      );
    }
    // Through JSON first: consumers will see what survives it, so that is what must be valid.
    const payload = JSON.stringify(body);
    const reading = readContract(contract, JSON.parse(payload ?? 'null'), 'refuse');
    if (!reading.valid) {
      const complaints = reading.violations.map(({ path, message }) => `${path} ${message}`.trim());
      throw new InvalidAnnouncement(type, complaints.join('; '));
    }
    const aggregateId: unknown = reading.value[contract.aggregate];
    if (typeof aggregateId !== 'string' || aggregateId === '') {
      throw new InvalidAnnouncement(
        type,
        `${contract.aggregate} names its aggregate and must be a text that is not empty`,
      );
    }
    const bytes = packedSize(payload);
    if (bytes > MAX_PACKED_BYTES) {
      throw new InvalidAnnouncement(type, `it takes ${bytes} bytes; at most ${MAX_PACKED_BYTES} can travel`);
    }
    return { eventId: randomUUID(), aggregateId, type, partition: partitionOf(aggregateId), payload };
  }
}
