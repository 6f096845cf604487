import type { SqlRunner } from '../outbox/service-database.js';

/**
 * What the reactions to the events of one transaction have in common: rows that were read and locked together, changed in
 * memory, and written together. With it a burst costs a handful of statements and not a dozen for each event.
 */
export interface SharedWork {
  /**
   * Writes what was changed. Called once: before the transaction commits, or before a reaction that does not share in this
   * work, which must find the tables as they would be without it. When it fails, the bus finds the event to blame by taking
   * them one by one.
   */
  flush(): Promise<void>;
}

/** Begins such work. A class with a static `open` is one. */
export interface Sharing<S extends SharedWork> {
  /**
   * @param tx the transaction of the deliveries
   * @param coming bodies of the events that will be taken with it, each checked by its contract, so that their rows can be
   * read in one go; when the time of the transaction is over, the last of them are left for the next one
   */
  open(tx: any, coming: readonly object[]): Promise<S>;
}

export type AnySharing = Sharing<SharedWork>;

/** Opens and flushes the shared work of one transaction: one kind at a time. */
export class SharedWorkOfTransaction {
  #sharing: AnySharing | undefined;
  #work: SharedWork | undefined;

  constructor(
    private readonly tx: SqlRunner,
    private readonly comingFor: (sharing: AnySharing) => readonly object[],
  ) {}

  /** The work at hand; undefined for a reaction that shares in none. */
  get work(): SharedWork | undefined {
    return this.#work;
  }

  isOpenFor(sharing: AnySharing | undefined): boolean {
    return sharing === this.#sharing;
  }

  /** Ends the work at hand and begins this one. */
  async open(sharing: AnySharing | undefined): Promise<void> {
    await this.flush();
    this.#work = await sharing?.open(this.tx, this.comingFor(sharing));
    this.#sharing = sharing;
  }

  async flush(): Promise<void> {
    const work = this.#work;
    this.#work = undefined;
    this.#sharing = undefined;
    await work?.flush();
  }
}
