import { setMaxListeners } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { claimsOf } from '../access/identity.js';
import { Caller, keepCaller } from './caller.js';
import { expectedVersion, idempotencyKey } from './conditions.js';
import { continueTrace } from './continue-trace.js';
import { factsOf } from './request-facts.js';
import { KEY_OPTIONAL, NEEDS_VERSION, READ_ONLY } from './route-kinds.js';

const COMMANDS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Reads the conditions of a request (idempotency key, expected version) once it is known who asks and that they may. */
@Injectable()
export class CallerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { identity, correlationId, traceparent } = factsOf(request);
    if (identity) {
      const conditions = this.conditions(context, request, reply);
      keepCaller(
        request,
        new Caller({ claims: claimsOf(identity), correlationId, traceparent, ...conditions }),
      );
    }
    return continueTrace(`${request.method} ${request.routeOptions.url}`, traceparent, () => next.handle());
  }

  private conditions(
    context: ExecutionContext,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Partial<Caller> {
    const is = (kind: string): boolean =>
      this.reflector.get<boolean | undefined>(kind, context.getHandler()) === true;
    if (!COMMANDS.has(request.method) || is(READ_ONLY)) return { signal: hangUp(reply) };
    const key = request.headers['idempotency-key'];
    return {
      idempotencyKey: key === undefined && is(KEY_OPTIONAL) ? undefined : idempotencyKey(key),
      expectedVersion: expectedVersion(request.headers['if-match'], is(NEEDS_VERSION)),
    };
  }
}

/** Aborted when the connection closes before the whole answer was written. */
function hangUp({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // a page has a listener for each of its parts
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
