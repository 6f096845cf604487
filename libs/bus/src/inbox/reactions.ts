import type { AnyEventContract } from '../contracts/contract.js';
import type { Delivery } from '../handlers/delivery.js';

export interface Reaction {
  readonly contract: AnyEventContract;
  readonly handle: (event: object, delivery: Delivery) => Promise<unknown>;
}

/** The reactions of a service by event type. */
export type Reactions = ReadonlyMap<string, Reaction>;
