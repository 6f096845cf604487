import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Identity } from '../access/identity.js';

/** What the door learned about a request before any handler saw it. */
export interface RequestFacts {
  readonly correlationId: string;
  /** W3C trace context, when the caller sent a well-formed one. */
  readonly traceparent?: string;
  identity?: Identity;
}

const kept = new WeakMap<object, RequestFacts>();
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The id the caller sent when it is a UUID, else a new one. */
export function correlationIdOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const asked = headers['correlation-id'];
  return typeof asked === 'string' && UUID.test(asked) ? asked.toLowerCase() : randomUUID();
}

/** The facts of a request. */
export function factsOf(request: Pick<FastifyRequest, 'raw' | 'headers'>): RequestFacts {
  const known = kept.get(request.raw);
  if (known) return known;
  const trace = request.headers['traceparent'];
  const facts: RequestFacts = {
    correlationId: correlationIdOf(request),
    ...(typeof trace === 'string' && TRACEPARENT.test(trace) ? { traceparent: trace } : {}),
  };
  kept.set(request.raw, facts);
  return facts;
}
