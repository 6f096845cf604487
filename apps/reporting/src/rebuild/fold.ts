import { historyOf, reactionsOf, Replay } from '@meridian/bus';
import type { OwnerRecord, Place, SealedEvent, Stretch } from '@meridian/bus';
import { MemoryRows } from '../persistence/memory-rows.js';
import { AttentionProjection } from '../projections/attention.js';
import { MilestoneProjection } from '../projections/milestone.js';
import { OwnLineProjection } from '../projections/own-line.js';
import { ProjectStatusProjection } from '../projections/project-status.js';

/** What was taken of each owner, by its name. */
export type Taken = ReadonlyMap<string, readonly Stretch[]>;

/** Pages of one owner fetched side by side: while one is folded, the owner prepares the others. */
const LANES = 3;

/** Builds the read models in memory from the owners' records, with the projections of the running service. */
export class Fold {
  readonly rows = new MemoryRows();
  readonly #replay = new Replay(
    reactionsOf([
      new ProjectStatusProjection(),
      new MilestoneProjection(),
      new AttentionProjection(),
      new OwnLineProjection(),
    ]),
    this.rows,
  );
  readonly #places = new Map<string, Map<string, Place>>();
  #folding: Promise<void> = Promise.resolve();

  constructor(
    private readonly recordOf: (owner: string) => OwnerRecord,
    private readonly discarded: ReadonlySet<string>,
  ) {}

  /** How many events are missing here up to `taken`. */
  behind(taken: Taken): number {
    let events = 0;
    for (const stretch of this.#missing(taken).values()) {
      for (const { from, upTo } of stretch) events += upTo.sequence - from.sequence;
    }
    return events;
  }

  /** Takes every event up to `taken`: owners side by side, each aggregate in its order. */
  async follow(taken: Taken): Promise<void> {
    const lanes = [...this.#missing(taken)].flatMap(([owner, stretches]) =>
      Array.from({ length: LANES }, (_, lane) =>
        this.#walk(
          owner,
          stretches.filter((_stretch, index) => index % LANES === lane),
        ),
      ),
    );
    const ends = await Promise.allSettled(lanes);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async #walk(owner: string, stretches: readonly Stretch[]): Promise<void> {
    for await (const events of historyOf(this.recordOf(owner), stretches)) {
      await this.#oneAtATime(() => this.take(owner, events));
    }
  }

  /** Folds events of one owner, in order. Not to be called while another call runs. */
  async take(owner: string, events: readonly SealedEvent[]): Promise<void> {
    const places = this.#placesOf(owner);
    for (const event of events) {
      if (!this.discarded.has(event.eventId)) await this.#replay.take(event);
      places.set(event.aggregateId, { sequence: event.sequence, eventId: event.eventId });
    }
  }

  /** Two events must not change one row at a time. */
  #oneAtATime(work: () => Promise<void>): Promise<void> {
    const result = this.#folding.then(work);
    this.#folding = result.catch(() => undefined);
    return result;
  }

  #missing(taken: Taken): Map<string, readonly Stretch[]> {
    return new Map(
      [...taken].map(([owner, stretches]) => {
        const places = this.#placesOf(owner);
        const from = ({ aggregateId, from: start }: Stretch): Place => places.get(aggregateId) ?? start;
        return [owner, stretches.map((stretch) => ({ ...stretch, from: from(stretch) }))];
      }),
    );
  }

  #placesOf(owner: string): Map<string, Place> {
    const places = this.#places.get(owner) ?? new Map<string, Place>();
    this.#places.set(owner, places);
    return places;
  }
}
