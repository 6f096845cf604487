import { UseFilters } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import type { RequestContract } from '../contracts/contract.js';
import type { Asking } from './call.js';
import { KeepError } from './keep-error.js';
import { BUS_TRANSPORT } from './transport.js';

/** Where `@Prepares` leaves its contract for the server. */
export const PREPARED_CONTRACT = 'meridian:prepared-contract';

/**
 * Marks the method that does the long part of a command before its transaction opens: reading a file, computing. It takes the
 * request and an `Asking`; what it returns is `call.prepared` in the command's handler. It must change nothing, since a
 * command that is sent again with the same key is prepared again.
 */
export function Prepares<Q extends object, A>(contract: RequestContract<Q, A, 'command'>) {
  const pattern = MessagePattern(`prepare ${contract.subject}`, BUS_TRANSPORT, {
    [PREPARED_CONTRACT]: contract,
  });
  const keepError = UseFilters(new KeepError());
  return <H extends (request: Q, asking: Asking) => Promise<unknown>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    pattern(target, key, descriptor as PropertyDescriptor);
    keepError(target, key, descriptor as PropertyDescriptor);
  };
}
