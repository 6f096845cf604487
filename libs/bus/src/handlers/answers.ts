import { UseFilters } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import type { RequestContract, RequestKind } from '../contracts/contract.js';
import type { Asking, Call } from './call.js';
import { KeepError } from './keep-error.js';
import { BUS_TRANSPORT } from './transport.js';

/** Where `@Answers` leaves its contract for the server. */
export const REQUEST_CONTRACT = 'meridian:request-contract';

type ContextOf<K extends RequestKind> = K extends 'command' ? Call<any, any> : Asking;

/**
 * Marks the one method that answers a request of this service. The method takes the contract's class (and a `Call` for a
 * command, an `Asking` for a query) and returns its answer; anything else does not compile.
 */
export function Answers<Q extends object, A, K extends RequestKind>(contract: RequestContract<Q, A, K>) {
  const pattern = MessagePattern(contract.subject, BUS_TRANSPORT, { [REQUEST_CONTRACT]: contract });
  const keepError = UseFilters(new KeepError());
  return <H extends (request: Q, context: ContextOf<K>) => Promise<A>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    pattern(target, key, descriptor as PropertyDescriptor);
    keepError(target, key, descriptor as PropertyDescriptor);
  };
}
