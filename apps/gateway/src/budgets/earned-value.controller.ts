import { Requests } from '@meridian/bus';
import {
  EarnedValueMethodList,
  EarnedValueMethods,
  SetEarnedValueMethod,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class MethodBody extends bodyOf(SetEarnedValueMethod, 'projectId') {}

@ApiTags('earned value')
@Controller('v1/projects/:projectId')
export class EarnedValueController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(EarnedValueMethodList)
  @Get('earned-value-methods')
  methods(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<EarnedValueMethodList> {
    return this.requests.send(EarnedValueMethods, { projectId }, caller);
  }

  @Allow('budget:write')
  @NeedsVersion()
  @Replies(EarnedValueMethodList)
  @Put('earned-value-method')
  set(
    @UuidParam('projectId') projectId: string,
    @Body() body: MethodBody,
    @TheCaller() caller: Caller,
  ): Promise<EarnedValueMethodList> {
    return this.requests.send(SetEarnedValueMethod, { ...body, projectId }, caller);
  }
}
