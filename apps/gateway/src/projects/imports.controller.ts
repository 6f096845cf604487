import { Requests } from '@meridian/bus';
import {
  ImportPlan,
  ImportPortfolio,
  PlanImportReport,
  PortfolioImportReport,
} from '@meridian/contracts-projects';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { Upload } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

/** A large plan is read, scheduled and stored before the answer comes. */
const IMPORT_TIMEOUT_MS = 30_000;

class PlanFileBody extends bodyOf(ImportPlan, 'projectId') {}

@ApiTags('imports')
@Controller('v1')
export class ImportsController {
  constructor(private readonly requests: Requests) {}

  @Allow('portfolio:write')
  @Upload()
  @Replies(PortfolioImportReport, 201)
  @Post('portfolio-imports')
  portfolio(@Body() body: ImportPortfolio, @TheCaller() caller: Caller): Promise<PortfolioImportReport> {
    const options = { ...caller, timeoutMs: IMPORT_TIMEOUT_MS };
    return this.requests.send(ImportPortfolio, { ...body }, options);
  }

  @Allow('project:write')
  @Upload()
  @Replies(PlanImportReport, 201)
  @Post('projects/:projectId/plan-imports')
  plan(
    @UuidParam('projectId') projectId: string,
    @Body() body: PlanFileBody,
    @TheCaller() caller: Caller,
  ): Promise<PlanImportReport> {
    const options = { ...caller, timeoutMs: IMPORT_TIMEOUT_MS };
    return this.requests.send(ImportPlan, { ...body, projectId }, options);
  }
}
