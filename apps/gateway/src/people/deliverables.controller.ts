import { Requests } from '@meridian/bus';
import {
  DecideDeliverable,
  Deliverables,
  DeliverablesFigures,
  HandInDeliverable,
  RecordDeliverable,
  Recorded,
} from '@meridian/contracts-resourcing';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class DeliverablesQuery extends bodyOf(Deliverables) {}
class DeliverableBody extends bodyOf(RecordDeliverable, 'deliverableId') {}
class SubmissionBody extends bodyOf(HandInDeliverable, 'deliverableId') {}
class DecisionBody extends bodyOf(DecideDeliverable, 'deliverableId') {}

/** What partners deliver. Whose somebody sees and hands in is known to resourcing: a partner's people see its own alone. */
@ApiTags('partners')
@Controller('v1/deliverables')
export class DeliverablesController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(DeliverablesFigures)
  @Get()
  list(@Query() query: DeliverablesQuery, @TheCaller() caller: Caller): Promise<DeliverablesFigures> {
    return this.requests.send(Deliverables, { ...query }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put(':deliverableId')
  record(
    @UuidParam('deliverableId') deliverableId: string,
    @Body() body: DeliverableBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordDeliverable, { ...body, deliverableId }, caller);
  }

  @Allow('project:read')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post(':deliverableId/submission')
  handIn(
    @UuidParam('deliverableId') deliverableId: string,
    @Body() body: SubmissionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(HandInDeliverable, { ...body, deliverableId }, caller);
  }

  @Allow('project:write')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(Recorded)
  @Post(':deliverableId/decision')
  decide(
    @UuidParam('deliverableId') deliverableId: string,
    @Body() body: DecisionBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(DecideDeliverable, { ...body, deliverableId }, caller);
  }
}
