import { Requests } from '@meridian/bus';
import {
  InboundPage,
  InboundRecords,
  ReceiveEvent,
  Received,
  ReplayInbound,
} from '@meridian/contracts-connectors';
import { Body, Controller, Get, HttpCode, Post, Query, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { KeyOptional } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';
import { CloudEvent } from './cloud-event.js';
import { eventKey } from './event-key.js';
import { readCloudEvent } from './read-cloud-event.js';

class InboundQuery extends bodyOf(InboundRecords) {
  @Type(() => Number) override readonly limit?: number;
}
class ReplayBody extends bodyOf(ReplayInbound, 'recordId') {}

const TheCloudEvent = createParamDecorator((_: unknown, context: ExecutionContext): CloudEvent => {
  const { headers, body } = context.switchToHttp().getRequest<FastifyRequest>();
  return readCloudEvent(headers, body);
});

@ApiTags('connectors')
@Controller('v1/connectors/events')
export class ConnectorsController {
  constructor(private readonly requests: Requests) {}

  /** Structured or binary mode of the CloudEvents HTTP binding. */
  @Allow('connector:send')
  @KeyOptional()
  @HttpCode(200)
  @ApiConsumes('application/cloudevents+json', 'application/json')
  @ApiBody({ type: CloudEvent })
  @Replies(Received)
  @Post()
  receive(@TheCloudEvent() event: CloudEvent, @TheCaller() caller: Caller): Promise<Received> {
    const { id, source, type, subject, time, data } = event;
    const idempotencyKey = caller.idempotencyKey ?? eventKey(caller.claims.subject, event);
    const body = { id, source, type, subject, time, data };
    return this.requests.send(ReceiveEvent, body, { ...caller, idempotencyKey });
  }

  @Allow('connector:manage')
  @Replies(InboundPage)
  @Get()
  list(@Query() query: InboundQuery, @TheCaller() caller: Caller): Promise<InboundPage> {
    return this.requests.send(InboundRecords, { ...query }, caller);
  }

  @Allow('connector:manage')
  @HttpCode(200)
  @Replies(Received)
  @Post(':recordId/replay')
  replay(
    @UuidParam('recordId') recordId: string,
    @Body() body: ReplayBody,
    @TheCaller() caller: Caller,
  ): Promise<Received> {
    return this.requests.send(ReplayInbound, { ...body, recordId }, caller);
  }
}
