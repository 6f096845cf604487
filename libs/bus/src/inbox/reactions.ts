import type { AnyEventContract } from '../contracts/contract.js';
import type { Delivery } from '../handlers/delivery.js';
import type { AnySharing } from '../handlers/shared-work.js';

export interface Reaction {
  readonly contract: AnyEventContract;
  readonly handle: (event: object, delivery: Delivery<unknown, unknown>) => Promise<unknown>;
  /** The work that it shares with the other reactions of a transaction. */
  readonly sharing?: AnySharing | undefined;
}

/** The reactions of a service by event type. */
export type Reactions = ReadonlyMap<string, Reaction>;
