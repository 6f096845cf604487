import { Requests } from '@meridian/bus';
import {
  GroupPerformance,
  GroupPerformanceFigures,
  PersonPerformance,
  PersonPerformanceFigures,
  Recorded,
  SeePerformance,
  TeamPerformance,
  TeamPerformanceFigures,
} from '@meridian/contracts-resourcing';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { Replies } from '../openapi/replies.js';

class PersonQuery extends bodyOf(PersonPerformance) {}
class TeamQuery extends bodyOf(TeamPerformance) {}
class GroupQuery extends bodyOf(GroupPerformance) {}

/** Figures of work, seen by the person first. No route sorts or compares people: there is no such question to ask. */
@ApiTags('performance')
@Controller('v1')
export class PerformanceController {
  constructor(private readonly requests: Requests) {}

  /** Whose figures somebody sees besides the own ones, and when, is known to resourcing. */
  @Allow('time:write')
  @Replies(PersonPerformanceFigures)
  @Get('performance')
  ofPerson(@Query() query: PersonQuery, @TheCaller() caller: Caller): Promise<PersonPerformanceFigures> {
    return this.requests.send(PersonPerformance, { ...query }, caller);
  }

  @Allow('time:write')
  @NeedsVersion()
  @Replies(Recorded)
  @Put('performance')
  see(@Body() body: SeePerformance, @TheCaller() caller: Caller): Promise<Recorded> {
    return this.requests.send(SeePerformance, { ...body }, caller);
  }

  @Allow('time:decide')
  @Replies(TeamPerformanceFigures)
  @Get('team-performance')
  ofTeam(@Query() query: TeamQuery, @TheCaller() caller: Caller): Promise<TeamPerformanceFigures> {
    return this.requests.send(TeamPerformance, { ...query }, caller);
  }

  @Allow('resource:read')
  @Replies(GroupPerformanceFigures)
  @Get('group-performance')
  ofGroups(@Query() query: GroupQuery, @TheCaller() caller: Caller): Promise<GroupPerformanceFigures> {
    return this.requests.send(GroupPerformance, { ...query }, caller);
  }
}
