import { Requests } from '@meridian/bus';
import { ForecastRange, ProjectForecast } from '@meridian/contracts-budgeting';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class ForecastQuery extends bodyOf(ProjectForecast, 'projectId') {}

@ApiTags('forecasts')
@Controller('v1/projects/:projectId')
export class ForecastsController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(ForecastRange)
  @Get('forecast')
  forecast(
    @UuidParam('projectId') projectId: string,
    @Query() query: ForecastQuery,
    @TheCaller() caller: Caller,
  ): Promise<ForecastRange> {
    return this.requests.send(ProjectForecast, { ...query, projectId }, caller);
  }
}
