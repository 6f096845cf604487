import { createHash } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { callerOf } from './caller.js';
import { noneMatch } from './conditions.js';
import { factsOf } from './request-facts.js';
import { SHOWS, TAGGED } from './route-kinds.js';
import type { Sight, TagSource } from './route-kinds.js';

/**
 * Gives answers their headers. A command's answer with a `version` carries `ETag: "<version>"`. A read carries
 * `"<version>-<digest>"` (or the digest alone): the version for `If-Match`, the digest so that 304 is only said when
 * nothing in the answer has changed, computed figures included. A page with `nextCursor` carries `Link: rel=next`.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const sight = this.reflector.get<Sight<unknown> | undefined>(SHOWS, context.getHandler());
    const tag = this.reflector.get<TagOf | undefined>(TAGGED, context.getHandler());
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const seen = sight ? await sight(answer, callerOf(request)) : answer;
        return reply.sent || isRaw(seen) ? seen : furnish(request, reply, { answer: seen, tag });
      }),
    );
  }
}

type TagOf = (answer: unknown) => TagSource;

interface Furnishing {
  readonly answer: unknown;
  readonly tag?: TagOf | undefined;
}

function furnish(request: FastifyRequest, reply: FastifyReply, { answer, tag }: Furnishing): unknown {
  if (factsOf(request).identity) {
    void reply.header('cache-control', 'private, no-cache').header('vary', 'Authorization');
  }
  const { version, content } = tag?.(answer) ?? { version: versionOf(answer), content: answer };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    if (version !== undefined) void reply.header('etag', `"${version}"`);
    return answer;
  }
  const body = JSON.stringify(answer ?? null);
  const compared = content === answer ? body : JSON.stringify(content);
  const digest = createHash('sha256').update(compared).digest('base64url').slice(0, 22);
  const etag = version === undefined ? `"${digest}"` : `"${version}-${digest}"`;
  void reply.header('etag', etag);
  linkNext(request, reply, answer);
  if (!noneMatch(request.headers['if-none-match'], etag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.type('application/json; charset=utf-8');
  return body;
}

function linkNext(request: FastifyRequest, reply: FastifyReply, answer: unknown): void {
  const cursor = (answer as { nextCursor?: unknown } | null)?.nextCursor;
  if (typeof cursor !== 'string' || cursor === '') return;
  const [path = '', query] = request.url.split('?', 2);
  const search = new URLSearchParams(query);
  search.set('cursor', cursor);
  void reply.header('link', `<${path}?${search.toString()}>; rel="next"`);
}

function versionOf(answer: unknown): number | undefined {
  const version = (answer as { version?: unknown } | null | undefined)?.version;
  return Number.isSafeInteger(version) && Number(version) > 0 ? Number(version) : undefined;
}

function isRaw(answer: unknown): boolean {
  return answer instanceof StreamableFile || Buffer.isBuffer(answer);
}
