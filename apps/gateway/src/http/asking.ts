import { ownerOf } from '@meridian/bus';
import type { BodyOf, RequestContract, Requests } from '@meridian/bus';
import type { Caller } from './caller.js';
import type { Part } from './from-services.js';

/** How a page waits for its parts: with what is left of its time, in the name of its caller. */
export function asking(requests: Requests, caller: Caller) {
  return <Q extends object, A>(contract: RequestContract<Q, A>, body: BodyOf<Q>): Part<A> => ({
    service: ownerOf(contract),
    ask: (remainingMs) => requests.send(contract, body, { ...caller, timeoutMs: remainingMs }),
  });
}

/** How long a page waits for its parts, in milliseconds. */
export const PAGE_DEADLINE_MS = 2_000;
