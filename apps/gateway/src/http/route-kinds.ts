import { SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Caller } from './caller.js';

export const READ_ONLY = 'meridian:read-only';
export const NEEDS_VERSION = 'meridian:needs-version';
export const KEY_OPTIONAL = 'meridian:key-optional';
export const TAGGED = 'meridian:tagged';
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

/** The request carries an identity of its own, from which the route makes the idempotency key when none is sent. */
export function KeyOptional(): MethodDecorator {
  return SetMetadata(KEY_OPTIONAL, true);
}

/** What the entity tag of an answer is made of. */
export interface TagSource {
  readonly version?: number;
  /** What must be the same for a 304. */
  readonly content: unknown;
}

/** A read whose entity tag is not made of its own `version` and its whole content. */
export function Tagged<A>(source: (answer: A) => TagSource): MethodDecorator {
  return SetMetadata(TAGGED, source);
}

/** The route takes a file as its body (16 MB), or JSON of that size. `@Body()` of a file is a Buffer. */
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
