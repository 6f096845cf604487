import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { factsOf } from '../http/request-facts.js';
import { GRANTS, PUBLIC } from './allow.js';
import type { Identity } from './identity.js';
import { permits } from './policy.js';
import type { Grant } from './policy.js';
import { unauthenticated } from './token-verifier.js';

/** Decides for every route, on every request: public, or signed in and allowed. A route that says neither is closed. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true; // messages of the bus carry their own claims
    if (this.reflector.get<boolean | undefined>(PUBLIC, context.getHandler())) return true;
    const identity = factsOf(context.switchToHttp().getRequest<FastifyRequest>()).identity;
    if (!identity) throw unauthenticated();
    assertAccessHasNotEnded(identity);
    const grants = this.reflector.getAllAndOverride<readonly Grant[] | undefined>(GRANTS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (grants && permits(identity.roles, grants)) return true;
    throw new Problem(403, 'gateway/not-allowed', 'Your roles do not allow this.');
  }
}

function assertAccessHasNotEnded({ accessEnds }: Identity): void {
  if (accessEnds === undefined || accessEnds >= new Date().toISOString().slice(0, 10)) return;
  throw new Problem(403, 'gateway/access-ended', `Your access ended on ${accessEnds}.`);
}
