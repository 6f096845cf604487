import { Requests } from '@meridian/bus';
import {
  ListRecurringTasks,
  RecordRecurringTask,
  RecurringTaskList,
  RecurringTaskRecorded,
  RecurringTaskRemoved,
  RemoveRecurringTask,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class RecurringTaskBody extends bodyOf(RecordRecurringTask, 'projectId', 'taskId') {}
class RemovalBody extends bodyOf(RemoveRecurringTask, 'projectId', 'taskId') {}

/** The plan is scheduled and announced anew before the answer comes. */
const PLAN_TIMEOUT_MS = 30_000;

/** What repeats in a plan. */
@ApiTags('schedules')
@Controller('v1/projects/:projectId/recurring-tasks')
export class RecurringTasksController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(RecurringTaskList)
  @Get()
  list(@UuidParam('projectId') projectId: string, @TheCaller() caller: Caller): Promise<RecurringTaskList> {
    return this.requests.send(ListRecurringTasks, { projectId }, caller);
  }

  /** A new one has version 0. */
  @Allow('project:write')
  @NeedsVersion()
  @Replies(RecurringTaskRecorded)
  @Put(':taskId')
  record(
    @UuidParam('projectId') projectId: string,
    @UuidParam('taskId') taskId: string,
    @Body() body: RecurringTaskBody,
    @TheCaller() caller: Caller,
  ): Promise<RecurringTaskRecorded> {
    const options = { ...caller, timeoutMs: PLAN_TIMEOUT_MS };
    return this.requests.send(RecordRecurringTask, { ...body, projectId, taskId }, options);
  }

  @Allow('project:write')
  @NeedsVersion()
  @HttpCode(200)
  @Replies(RecurringTaskRemoved)
  @Post(':taskId/removal')
  remove(
    @UuidParam('projectId') projectId: string,
    @UuidParam('taskId') taskId: string,
    @Body() body: RemovalBody,
    @TheCaller() caller: Caller,
  ): Promise<RecurringTaskRemoved> {
    const options = { ...caller, timeoutMs: PLAN_TIMEOUT_MS };
    return this.requests.send(RemoveRecurringTask, { ...body, projectId, taskId }, options);
  }
}
