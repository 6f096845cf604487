import { UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventContract } from '../contracts/contract.js';
import type { Delivery } from './delivery.js';
import { KeepError } from './keep-error.js';
import { BUS_TRANSPORT } from './transport.js';

/** Where `@On` leaves its contract for the server. */
export const EVENT_CONTRACT = 'meridian:event-contract';

type Reaction<E> = (event: E, delivery: Delivery<any>) => Promise<void>;

/**
 * Marks the one method of a service that reacts to an event of another service. A method whose first parameter is not the
 * contract's class does not compile.
 */
export function On<E extends object>(contract: EventContract<E>) {
  const pattern = EventPattern(contract.subject, BUS_TRANSPORT, { [EVENT_CONTRACT]: contract });
  const keepError = UseFilters(new KeepError());
  return <H extends Reaction<E>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    pattern(target, key, descriptor as PropertyDescriptor);
    keepError(target, key, descriptor as PropertyDescriptor);
  };
}
