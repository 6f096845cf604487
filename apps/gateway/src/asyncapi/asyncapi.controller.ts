import { readFileSync } from 'node:fs';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/allow.js';
import { eventCatalogue } from './event-catalogue.js';
import { eventsPage } from './events-page.js';
import { EVENTS_STYLE } from './events-style.js';

/** Written by `npm run contracts -- release`, which knows the sources of all services. */
const DOCUMENT = new URL('./asyncapi.json', import.meta.url);

/** What services tell and ask each other, for programs and for people. */
@ApiExcludeController()
@Controller()
export class AsyncApiController {
  private readonly document = readFileSync(DOCUMENT, 'utf8');
  private readonly page = eventsPage(eventCatalogue(JSON.parse(this.document) as Record<string, unknown>));

  @Public()
  @Get('asyncapi.json')
  json(@Res() reply: FastifyReply): void {
    send(reply, 'application/json; charset=utf-8', this.document);
  }

  @Public()
  @Get('events')
  events(@Res() reply: FastifyReply): void {
    send(reply, 'text/html; charset=utf-8', this.page);
  }

  @Public()
  @Get('events/page.css')
  style(@Res() reply: FastifyReply): void {
    send(reply, 'text/css; charset=utf-8', EVENTS_STYLE);
  }
}

function send(reply: FastifyReply, type: string, body: string): void {
  void reply.type(type).header('cache-control', 'no-cache').send(body);
}
