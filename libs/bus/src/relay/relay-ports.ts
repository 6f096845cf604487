import type { Acknowledgement, Inspection, StreamEnd, StreamMessage } from '../protocol/relay-protocol.js';
import type { SealedEvent } from '../wire/sealed-event.js';

/** What the relay asks of the owner's database. Every method but `campaign` throws `Deposed` once someone else leads. */
export interface RelayRecords {
  /** Tries to become the only relay of the stream; true when it is. */
  campaign(): Promise<boolean>;
  read(): Promise<Inspection['record']>;
  /** Everything sent above `keepUpTo` becomes pending again, and the records start anew under `epoch`. */
  adopt(epoch: string, keepUpTo: number, confirmed: number): Promise<void>;
  /** A new name for the database's history; the end of the stream is recorded as seen. */
  renameHistory(end: StreamMessage): Promise<void>;
  /** Pending events in order. */
  load(limit: number): Promise<readonly SealedEvent[]>;
  /** Strikes published events off the pending list. */
  mark(messages: readonly StreamMessage[]): Promise<void>;
  /** Records what stands in the stream; false when one of the messages is not an event of our outbox. */
  recognise(messages: readonly StreamMessage[]): Promise<boolean>;
  /** Forgets what every consumer has; nothing when the records belong to another epoch. */
  confirm(epoch: string, floor: number): Promise<void>;
  /** Lets another relay lead at once. */
  resign(): Promise<void>;
}

/** What the relay asks of the broker. */
export interface RelayStream {
  /** Makes sure that the stream exists and says where it ends. */
  look(): Promise<StreamEnd>;
  /** The same, and what stands at the end. */
  inspect(): Promise<Omit<Inspection, 'record'>>;
  /** Publishes in order; for each event what the broker said, or null without an acknowledgement. */
  publish(publishes: readonly StreamPublish[]): Promise<readonly (Acknowledgement | null)[]>;
  /** The messages from one sequence to another, as far as they are still stored. */
  read(from: number, to: number): Promise<readonly StreamMessage[]>;
  /** The stream sequence up to which every durable consumer has confirmed; null without consumers. */
  confirmedFloor(): Promise<number | null>;
}

export interface StreamPublish {
  readonly event: SealedEvent;
  readonly expectedLastSequence: number;
  readonly expectedLastMessageId: string | null;
}

/** Time, as the relay needs it. */
export interface RelayClock {
  /** Waits; ends early when `wakeable` and someone calls wake, or when the relay is stopped. */
  rest(maxMs: number, wakeable: boolean): Promise<'woken' | 'time-passed'>;
}

/** Another relay leads now, or the session that held the lock is gone. */
export class Deposed extends Error {
  constructor(reason: string) {
    super(`This relay no longer leads: ${reason}.`);
    this.name = 'Deposed';
  }
}
