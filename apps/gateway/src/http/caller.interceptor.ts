import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
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
    const { identity, correlationId, traceparent } = factsOf(request);
    if (identity) {
      const conditions = this.conditions(context, request);
      keepCaller(
        request,
        new Caller({ claims: claimsOf(identity), correlationId, traceparent, ...conditions }),
      );
    }
    return continueTrace(`${request.method} ${request.routeOptions.url}`, traceparent, () => next.handle());
  }

  private conditions(context: ExecutionContext, request: FastifyRequest): Partial<Caller> {
    const is = (kind: string): boolean =>
      this.reflector.get<boolean | undefined>(kind, context.getHandler()) === true;
    if (!COMMANDS.has(request.method) || is(READ_ONLY)) return {};
    const key = request.headers['idempotency-key'];
    return {
      idempotencyKey: key === undefined && is(KEY_OPTIONAL) ? undefined : idempotencyKey(key),
      expectedVersion: expectedVersion(request.headers['if-match'], is(NEEDS_VERSION)),
    };
  }
}
