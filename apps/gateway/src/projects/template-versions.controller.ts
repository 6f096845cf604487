import { Requests } from '@meridian/bus';
import {
  DecideTemplateVersion,
  OfferedTemplate,
  PreviewTemplateVersion,
  TemplateOffer,
  TemplateVersionPreview,
  TemplateVersionSettled,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion, ReadOnly } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class OfferQuery extends bodyOf(TemplateOffer, 'projectId') {
  @Type(() => Number) override readonly toVersion?: number;
}
class PreviewBody extends bodyOf(PreviewTemplateVersion, 'projectId') {}
class DecisionBody extends bodyOf(DecideTemplateVersion, 'projectId') {}

/** The plan is scheduled, and announced anew, before the answer comes. */
const PLAN_TIMEOUT_MS = 30_000;

/** Later versions of the template that a running project was made from. */
@ApiTags('templates')
@Allow('project:write')
@Controller('v1/projects/:projectId/template-version')
export class TemplateVersionsController {
  constructor(private readonly requests: Requests) {}

  @Replies(OfferedTemplate)
  @Get()
  offer(
    @UuidParam('projectId') projectId: string,
    @Query() query: OfferQuery,
    @TheCaller() caller: Caller,
  ): Promise<OfferedTemplate> {
    return this.requests.send(TemplateOffer, { ...query, projectId }, caller);
  }

  /** What the chosen lines would do to the dates, here and in projects that wait; nothing is written. */
  @ReadOnly()
  @HttpCode(200)
  @Replies(TemplateVersionPreview)
  @Post('preview')
  preview(
    @UuidParam('projectId') projectId: string,
    @Body() body: PreviewBody,
    @TheCaller() caller: Caller,
  ): Promise<TemplateVersionPreview> {
    const options = { ...caller, timeoutMs: PLAN_TIMEOUT_MS };
    return this.requests.send(PreviewTemplateVersion, { ...body, projectId }, options);
  }

  /** The version expected is that of the plan, as the offer says it. */
  @NeedsVersion()
  @HttpCode(200)
  @Replies(TemplateVersionSettled)
  @Post('decision')
  decide(
    @UuidParam('projectId') projectId: string,
    @Body() body: DecisionBody,
    @TheCaller() caller: Caller,
  ): Promise<TemplateVersionSettled> {
    const options = { ...caller, timeoutMs: PLAN_TIMEOUT_MS };
    return this.requests.send(DecideTemplateVersion, { ...body, projectId }, options);
  }
}
