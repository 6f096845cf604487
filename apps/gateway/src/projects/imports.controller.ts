import { Requests } from '@meridian/bus';
import {
  ExportCalendar,
  ExportPlan,
  ImportPlan,
  ImportPortfolio,
  PlanDifferences,
  PlanExportFile,
  PlanImportReport,
  PortfolioImportReport,
  PreviewPlan,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { ReadOnly, Upload } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

/** A large plan is read, scheduled and stored before the answer comes. */
const IMPORT_TIMEOUT_MS = 30_000;
/** What is written is read back before it is handed out. */
const EXPORT_TIMEOUT_MS = 65_000;

class PlanFileBody extends bodyOf(ImportPlan, 'projectId') {}
class PreviewBody extends bodyOf(PreviewPlan, 'projectId') {}
class ExportQuery extends bodyOf(ExportPlan, 'projectId') {}
class CalendarQuery extends bodyOf(ExportCalendar, 'projectId') {}

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

  /** What the file would change, before it is imported; nothing is written. */
  @Allow('project:write')
  @Upload()
  @ReadOnly()
  @HttpCode(200)
  @Replies(PlanDifferences)
  @Post('projects/:projectId/plan-previews')
  preview(
    @UuidParam('projectId') projectId: string,
    @Body() body: PreviewBody,
    @TheCaller() caller: Caller,
  ): Promise<PlanDifferences> {
    const options = { ...caller, timeoutMs: IMPORT_TIMEOUT_MS };
    return this.requests.send(PreviewPlan, { ...body, projectId }, options);
  }

  /** The plan as a file of Microsoft Project, Primavera or a table, with what the file does not say. */
  @Allow('project:write')
  @Replies(PlanExportFile)
  @Get('projects/:projectId/plan-export')
  exportPlan(
    @UuidParam('projectId') projectId: string,
    @Query() query: ExportQuery,
    @TheCaller() caller: Caller,
  ): Promise<PlanExportFile> {
    return this.requests.send(
      ExportPlan,
      { ...query, projectId },
      { ...caller, timeoutMs: EXPORT_TIMEOUT_MS },
    );
  }

  /** Milestones, or tasks as well, for calendars of people. */
  @Allow('project:read')
  @Replies(PlanExportFile)
  @Get('projects/:projectId/calendar')
  exportCalendar(
    @UuidParam('projectId') projectId: string,
    @Query() query: CalendarQuery,
    @TheCaller() caller: Caller,
  ): Promise<PlanExportFile> {
    return this.requests.send(ExportCalendar, { ...query, projectId }, caller);
  }
}
