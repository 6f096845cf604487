import { SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Caller } from './caller.js';

export const READ_ONLY = 'meridian:read-only';
export const NEEDS_VERSION = 'meridian:needs-version';
export const UPLOAD = 'meridian:upload';
export const SHOWS = 'meridian:shows';
export const STREAM = 'meridian:stream';

/** A POST that changes nothing (a search, a what-if): it needs no `Idempotency-Key`. */
export function ReadOnly(): MethodDecorator {
  return SetMetadata(READ_ONLY, true);
}

/** The route changes an existing record: without `If-Match` the answer is 428. */
export function NeedsVersion(): MethodDecorator {
  return SetMetadata(NEEDS_VERSION, true);
}

/** The route takes a file as its body (10 MB), or JSON of that size. `@Body()` of a file is a Buffer. */
export function Upload(): MethodDecorator {
  return RouteConfig({ [UPLOAD]: true });
}

/** The route keeps its answer open: it does not count as a request in flight. */
export function Stream(): MethodDecorator {
  return RouteConfig({ [STREAM]: true });
}

/** What a caller may see of an answer; runs on everything the route gives back. */
export type Sight<A> = (answer: A, caller: Caller) => A | Promise<A>;

/** Reduces what a read gives back to what the caller may see, whatever the service answered. */
export function Shows<A>(sight: Sight<A>): MethodDecorator {
  return SetMetadata(SHOWS, sight);
}
