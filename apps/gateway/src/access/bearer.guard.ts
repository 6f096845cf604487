import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { factsOf } from '../http/request-facts.js';
import { GRANTS, PUBLIC } from './allow.js';
import type { Identity } from './identity.js';
import { endOfDay, isOutsider, OutsiderDays } from './outsider-days.js';
import { permits } from './policy.js';
import type { Grant } from './policy.js';
import { unauthenticated } from './token-verifier.js';

/** Decides for every route, on every request: public, or signed in and allowed. A route that says neither is closed. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(OutsiderDays) private readonly outsiders: OutsiderDays,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // messages of the bus carry their own claims
    if (this.reflector.get<boolean | undefined>(PUBLIC, context.getHandler())) return true;
    const facts = factsOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (!facts.identity) throw unauthenticated();
    assertAccessHasNotEnded(facts.identity);
    const grants = this.reflector.getAllAndOverride<readonly Grant[] | undefined>(GRANTS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!grants || !permits(facts.identity.roles, grants)) {
      throw new Problem(403, 'gateway/not-allowed', 'Your roles do not allow this.');
    }
    if (isOutsider(facts.identity)) facts.identity = await this.withRecordedDays(facts.identity);
    return true;
  }

  /** What resourcing keeps may end access before the token says so; whatever is open then ends with the day. */
  private async withRecordedDays(identity: Identity): Promise<Identity> {
    const { accessFrom, accessUntil } = await this.outsiders.daysOf(identity);
    if (accessFrom !== undefined && accessFrom > today()) {
      throw new Problem(403, 'gateway/access-to-come', `Your access begins on ${accessFrom}.`);
    }
    const ends = [identity.accessEnds, accessUntil].filter((day) => day !== undefined).sort();
    if (ends[0] === undefined) return identity;
    const ending = { ...identity, accessEnds: ends[0] };
    assertAccessHasNotEnded(ending);
    return { ...ending, expiresAtMs: Math.min(identity.expiresAtMs, endOfDay(ends[0])) };
  }
}

function assertAccessHasNotEnded({ accessEnds }: Identity): void {
  if (accessEnds === undefined || accessEnds >= today()) return;
  throw new Problem(403, 'gateway/access-ended', `Your access ended on ${accessEnds}.`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
