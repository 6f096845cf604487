import { UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventContract } from '../contracts/contract.js';
import type { Delivery } from './delivery.js';
import { KeepError } from './keep-error.js';
import type { SharedWork, Sharing } from './shared-work.js';
import { BUS_TRANSPORT } from './transport.js';

/** Where `@On` leaves its contract for the server. */
export const EVENT_CONTRACT = 'meridian:event-contract';

/** Where it leaves the work that the reaction shares. */
export const SHARED_WORK = 'meridian:shared-work';

type Reaction<E, S> = (event: E, delivery: Delivery<any, S>) => Promise<void>;

type Mark<E, S> = <H extends Reaction<E, S>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<H>,
) => void;

/**
 * Marks the one method of a service that reacts to an event of another service. A method whose first parameter is not the
 * contract's class does not compile. With a second argument the reaction finds work it shares with the other events of the
 * transaction as `delivery.shared`.
 */
export function On<E extends object>(contract: EventContract<E>): Mark<E, undefined>;
export function On<E extends object, S extends SharedWork>(
  contract: EventContract<E>,
  sharing: Sharing<S>,
): Mark<E, S>;
export function On<E extends object>(
  contract: EventContract<E>,
  sharing?: Sharing<SharedWork>,
): Mark<E, any> {
  const extras = { [EVENT_CONTRACT]: contract, [SHARED_WORK]: sharing };
  const pattern = EventPattern(contract.subject, BUS_TRANSPORT, extras);
  const keepError = UseFilters(new KeepError());
  return (target, key, descriptor) => {
    pattern(target, key, descriptor as PropertyDescriptor);
    keepError(target, key, descriptor as PropertyDescriptor);
  };
}
