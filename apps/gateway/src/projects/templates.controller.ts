import { Requests } from '@meridian/bus';
import {
  CompareTemplates,
  CreateFromTemplate,
  ListTemplates,
  ProjectFromTemplate,
  Recorded,
  RetireTemplate,
  SaveTemplate,
  TemplateComparison,
  TemplateFile,
  TemplateList,
  TemplateRecord,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class VersionQuery extends bodyOf(TemplateRecord, 'templateId') {
  @Type(() => Number) override readonly version?: number;
}
class ComparedVersionsQuery extends bodyOf(CompareTemplates, 'templateId') {
  @Type(() => Number) override readonly from!: number;
  @Type(() => Number) override readonly to!: number;
}
class TemplateBody extends bodyOf(SaveTemplate, 'templateId') {}
class RetirementBody extends bodyOf(RetireTemplate, 'templateId') {}
class BeginningBody extends bodyOf(CreateFromTemplate, 'templateId') {}

/** Templates of plans; they may come from confidential projects, so only the PMO reads them. */
@ApiTags('templates')
@Allow('portfolio:write')
@Controller('v1/templates')
export class TemplatesController {
  constructor(private readonly requests: Requests) {}

  @Replies(TemplateList)
  @Get()
  list(@TheCaller() caller: Caller): Promise<TemplateList> {
    return this.requests.send(ListTemplates, {}, caller);
  }

  @Replies(TemplateFile)
  @Get(':templateId')
  record(
    @UuidParam('templateId') templateId: string,
    @Query() query: VersionQuery,
    @TheCaller() caller: Caller,
  ): Promise<TemplateFile> {
    return this.requests.send(TemplateRecord, { ...query, templateId }, caller);
  }

  @Replies(TemplateComparison)
  @Get(':templateId/comparison')
  compare(
    @UuidParam('templateId') templateId: string,
    @Query() query: ComparedVersionsQuery,
    @TheCaller() caller: Caller,
  ): Promise<TemplateComparison> {
    return this.requests.send(CompareTemplates, { ...query, templateId }, caller);
  }

  /** A new template is saved on version 0. */
  @NeedsVersion()
  @Replies(Recorded)
  @Put(':templateId')
  save(
    @UuidParam('templateId') templateId: string,
    @Body() body: TemplateBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(SaveTemplate, { ...body, templateId }, caller);
  }

  @NeedsVersion()
  @Replies(Recorded, 201)
  @Post(':templateId/retirement')
  retire(
    @UuidParam('templateId') templateId: string,
    @Body() body: RetirementBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RetireTemplate, { ...body, templateId }, caller);
  }

  @Replies(ProjectFromTemplate, 201)
  @Post(':templateId/projects')
  begin(
    @UuidParam('templateId') templateId: string,
    @Body() body: BeginningBody,
    @TheCaller() caller: Caller,
  ): Promise<ProjectFromTemplate> {
    return this.requests.send(CreateFromTemplate, { ...body, templateId }, caller);
  }
}
