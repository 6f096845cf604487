import { Requests } from '@meridian/bus';
import {
  EarnedValueMethodListV2,
  EarnedValueMethodsV2,
  SetEarnedValueMethodV2,
} from '@meridian/contracts-budgeting';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class MethodBody extends bodyOf(SetEarnedValueMethodV2, 'projectId') {}

@ApiTags('earned value')
@Controller('v1/projects/:projectId')
export class EarnedValueController {
  constructor(private readonly requests: Requests) {}

  @Allow('project:read')
  @Replies(EarnedValueMethodListV2)
  @Get('earned-value-methods')
  methods(
    @UuidParam('projectId') projectId: string,
    @TheCaller() caller: Caller,
  ): Promise<EarnedValueMethodListV2> {
    return this.requests.send(EarnedValueMethodsV2, { projectId }, caller);
  }

  @Allow('budget:write')
  @NeedsVersion()
  @Replies(EarnedValueMethodListV2)
  @Put('earned-value-method')
  set(
    @UuidParam('projectId') projectId: string,
    @Body() body: MethodBody,
    @TheCaller() caller: Caller,
  ): Promise<EarnedValueMethodListV2> {
    return this.requests.send(SetEarnedValueMethodV2, { ...body, projectId }, caller);
  }
}
