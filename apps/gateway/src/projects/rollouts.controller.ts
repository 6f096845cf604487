import { Requests } from '@meridian/bus';
import {
  LaunchWave,
  ListSites,
  ListWaves,
  PlanWave,
  PreviewWave,
  Recorded,
  RecordSite,
  SiteList,
  WaveLaunch,
  WaveList,
  WavePreview,
  WaveState,
  WaveStatus,
} from '@meridian/contracts-projects';
import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { NeedsVersion } from '../http/route-kinds.js';
import { UuidParam } from '../http/validation.js';
import { Replies } from '../openapi/replies.js';

class SiteBody extends bodyOf(RecordSite, 'siteId') {}
class LaunchBody extends bodyOf(LaunchWave, 'waveId') {}
class WaveBody extends bodyOf(PlanWave, 'waveId') {}

@ApiTags('roll-outs')
@Allow('portfolio:write')
@Controller('v1')
export class RolloutsController {
  constructor(private readonly requests: Requests) {}

  @Replies(SiteList)
  @Get('sites')
  sites(@TheCaller() caller: Caller): Promise<SiteList> {
    return this.requests.send(ListSites, {}, caller);
  }

  /** A new site is recorded on version 0. */
  @NeedsVersion()
  @Replies(Recorded)
  @Put('sites/:siteId')
  recordSite(
    @UuidParam('siteId') siteId: string,
    @Body() body: SiteBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(RecordSite, { ...body, siteId }, caller);
  }

  @Replies(WaveList)
  @Get('waves')
  waves(@TheCaller() caller: Caller): Promise<WaveList> {
    return this.requests.send(ListWaves, {}, caller);
  }

  @Replies(WaveState)
  @Get('waves/:waveId')
  status(@UuidParam('waveId') waveId: string, @TheCaller() caller: Caller): Promise<WaveState> {
    return this.requests.send(WaveStatus, { waveId }, caller);
  }

  /** A new wave is planned on version 0. */
  @NeedsVersion()
  @Replies(Recorded)
  @Put('waves/:waveId')
  plan(
    @UuidParam('waveId') waveId: string,
    @Body() body: WaveBody,
    @TheCaller() caller: Caller,
  ): Promise<Recorded> {
    return this.requests.send(PlanWave, { ...body, waveId }, caller);
  }

  @Replies(WavePreview)
  @Get('waves/:waveId/preview')
  preview(@UuidParam('waveId') waveId: string, @TheCaller() caller: Caller): Promise<WavePreview> {
    return this.requests.send(PreviewWave, { waveId }, caller);
  }

  /** Five sites in one go; sent again until nothing remains. */
  @Replies(WaveLaunch, 201)
  @Post('waves/:waveId/launches')
  launch(
    @UuidParam('waveId') waveId: string,
    @Body() body: LaunchBody,
    @TheCaller() caller: Caller,
  ): Promise<WaveLaunch> {
    return this.requests.send(LaunchWave, { ...body, waveId }, caller);
  }
}
