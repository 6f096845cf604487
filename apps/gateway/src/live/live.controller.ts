import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../access/allow.js';
import { Caller, TheCaller } from '../http/caller.js';
import { Problem } from '../http/problem.js';
import { factsOf } from '../http/request-facts.js';
import { Stream } from '../http/route-kinds.js';
import type { LiveSink } from './follower.js';
import { LiveFeed } from './live-feed.js';
import { LiveSight } from './live-sight.js';
import type { LiveMessage } from './live-message.js';

const MOST_STREAMS = 2_000;
const MOST_STREAMS_OF_A_PERSON = 10;
const UUIDS =
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?:,[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}){0,99}$/;

export class LiveQuery {
  /** Ids of projects, with commas between; without it everything one may see. */
  @IsOptional()
  @MaxLength(3_700)
  @Matches(UUIDS, { message: 'must be UUIDs with commas between, at most 100' })
  readonly projects?: string;

  /** As the header `Last-Event-ID`, for clients that cannot set it. */
  @IsOptional() @MaxLength(80) readonly lastEventId?: string;
}

@ApiTags('live')
@Controller('v1/live')
export class LiveController {
  private readonly streams = new Map<string, number>();

  constructor(
    private readonly feed: LiveFeed,
    private readonly sight: LiveSight,
  ) {}

  @ApiOperation({ summary: 'Server-sent events: what changes while someone looks' })
  @ApiProduces('text/event-stream')
  @Allow('live:read')
  @Stream()
  @Get()
  async follow(
    @Query() query: LiveQuery,
    @TheCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (request.method === 'HEAD') return void reply.type('text/event-stream').send();
    const maySee = await this.sight.filterFor(caller);
    const leave = this.enter(caller.claims.subject);
    reply.raw.once('close', leave);
    if (reply.raw.destroyed) return leave();
    const wants = wish(query.projects, maySee);
    const lastEventId = headerOf(request) ?? query.lastEventId;
    const sink = open(reply);
    const stop = this.feed.follow({ lastEventId, wants }, sink);
    const expiry = setTimeout(stop, Math.max(0, factsOf(request).identity!.expiresAtMs - Date.now()));
    reply.raw.once('close', () => {
      clearTimeout(expiry);
      stop();
    });
  }

  private enter(subject: string): () => void {
    const open = this.streams.get(subject) ?? 0;
    if (this.feed.size >= MOST_STREAMS) {
      throw new Problem(503, 'gateway/too-busy', 'All live streams are taken. Try again in a moment.', {
        retryAfterSeconds: 10,
      });
    }
    if (open >= MOST_STREAMS_OF_A_PERSON) {
      const sentence = `You have ${open} live streams open; ${MOST_STREAMS_OF_A_PERSON} are allowed.`;
      throw new Problem(429, 'gateway/too-many-streams', sentence, { retryAfterSeconds: 10 });
    }
    this.streams.set(subject, open + 1);
    return () => {
      const left = (this.streams.get(subject) ?? 1) - 1;
      if (left <= 0) this.streams.delete(subject);
      else this.streams.set(subject, left);
    };
  }
}

function wish(
  projects: string | undefined,
  maySee: (message: LiveMessage) => boolean,
): (message: LiveMessage) => boolean {
  if (projects === undefined) return maySee;
  const asked = new Set(projects.split(','));
  return (message) => message.projectId !== undefined && asked.has(message.projectId) && maySee(message);
}

function headerOf(request: FastifyRequest): string | undefined {
  const header = request.headers['last-event-id'];
  return typeof header === 'string' ? header : undefined;
}

function open(reply: FastifyReply): LiveSink {
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  };
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, headers as Record<string, string>);
  raw.write('retry: 2000\n\n');
  return {
    write: (text) => raw.write(text),
    onDrain: (listener) => void raw.on('drain', listener),
    end: () => void raw.end(),
  };
}
