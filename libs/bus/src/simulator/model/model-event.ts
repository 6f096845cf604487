import type { Link } from '../../protocol/cursor-rules.js';
import type { PendingEvent } from '../../protocol/relay-protocol.js';

/** What is wrong with an event for whoever reacts to it; a person can mend it. */
export type Trait = 'sound' | 'permanent' | 'defect' | 'hang';

/** An event in the simulation, with what the checker knows of it. Services are bits. */
export interface ModelEvent extends PendingEvent, Link {
  readonly eventId: string;
  readonly sequence: number;
  readonly aggregateId: string;
  readonly previousId: string | null;
  readonly position: number;
  /** The owner's transaction that wrote it: what a horizon is compared with. */
  readonly writtenIn: number;
  /** Somebody put it into the stream; no owner ever announced it. */
  readonly isForged: boolean;
  /** The owner's history in which it was written. */
  readonly incarnation: number;
  trait: Trait;
  /** Services whose reaction a person has mended. */
  mended: number;
  /** A restored backup took it from the owner. */
  isLost: boolean;
  /** Services whose effect of it took place. */
  taken: number;
  /** Services for which a person decided over it: discarded, or reconciled. */
  settled: number;
  /** By service: how often it failed alone in its transaction, outages not counted. */
  readonly failures: number[];
  /** The broker's duplicate window: in which generation it was stored, and where. */
  windowGeneration: number;
  windowSequence: number;
}

export function newEvent(
  link: Link & { readonly aggregateId: string },
  { position, writtenIn, incarnation }: { position: number; writtenIn: number; incarnation: number },
  isForged = false,
): ModelEvent {
  return {
    eventId: link.eventId,
    sequence: link.sequence,
    aggregateId: link.aggregateId,
    previousId: link.previousId,
    position,
    writtenIn,
    isForged,
    incarnation,
    trait: 'sound',
    mended: 0,
    isLost: false,
    taken: 0,
    settled: 0,
    failures: [0, 0],
    windowGeneration: 0,
    windowSequence: 0,
  };
}
