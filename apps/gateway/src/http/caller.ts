import type { Claims } from '@meridian/bus';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who asks and under which conditions: what `requests.send(Contract, body, caller)` takes as its options. */
export class Caller {
  readonly claims!: Claims;
  readonly correlationId!: string;
  readonly traceparent?: string;
  /** Given on every command. */
  readonly idempotencyKey?: string;
  /** The version the client saw, from `If-Match`. */
  readonly expectedVersion?: number;
  /** Given on every read; aborted when the client hangs up, so that its questions are taken back. Commands go on. */
  readonly signal?: AbortSignal;

  constructor(facts: { readonly [K in keyof Caller]: Caller[K] }) {
    Object.assign(this, facts);
  }
}

const callers = new WeakMap<object, Caller>();

/** Parameter decorator: the caller of this request. */
export const TheCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  return callerOf(context.switchToHttp().getRequest<FastifyRequest>());
});

export function keepCaller(request: Pick<FastifyRequest, 'raw'>, caller: Caller): void {
  callers.set(request.raw, caller);
}

/** @throws Error on a public route: it has no caller, a defect of the route */
export function callerOf(request: Pick<FastifyRequest, 'raw'>): Caller {
  const caller = callers.get(request.raw);
  if (!caller) throw new Error('This route is public and has no caller; open it with @Allow instead.');
  return caller;
}
