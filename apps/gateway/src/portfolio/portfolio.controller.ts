import { Requests } from '@meridian/bus';
import { PortfolioMoney } from '@meridian/contracts-budgeting';
import { OpenDecisions } from '@meridian/contracts-governance';
import { PortfolioSchedule } from '@meridian/contracts-projects';
import { PortfolioQuality } from '@meridian/contracts-quality';
import { Attention, PortfolioHealth } from '@meridian/contracts-reporting';
import { PortfolioCapacity } from '@meridian/contracts-resourcing';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow } from '../access/allow.js';
import { asking, PAGE_DEADLINE_MS } from '../http/asking.js';
import { bodyOf } from '../http/bodies.js';
import { Caller, TheCaller } from '../http/caller.js';
import { fromServices, toPage } from '../http/from-services.js';
import { Tagged } from '../http/route-kinds.js';
import { Replies } from '../openapi/replies.js';
import { PortfolioPage } from './portfolio-page.js';

class PortfolioQuery extends bodyOf(PortfolioHealth, 'cursor') {
  /** How many projects of the list, worst first. */
  @Type(() => Number) override readonly limit?: number;
}

@ApiTags('portfolio')
@Controller('v1/portfolio')
export class PortfolioController {
  constructor(private readonly requests: Requests) {}

  @Allow('portfolio:read')
  @Replies(PortfolioPage)
  @Tagged(({ asOf: _, ...content }: PortfolioPage) => ({ content }))
  @Get()
  async read(@Query() query: PortfolioQuery, @TheCaller() caller: Caller): Promise<PortfolioPage> {
    const asOf = new Date().toISOString();
    const { portfolio } = query;
    const part = asking(this.requests, caller);
    const gathered = await fromServices(
      {
        health: part(PortfolioHealth, { ...query }),
        attention: part(Attention, {}),
        money: part(PortfolioMoney, { portfolio }),
        schedule: part(PortfolioSchedule, {}),
        capacity: part(PortfolioCapacity, {}),
        quality: part(PortfolioQuality, {}),
        decisions: part(OpenDecisions, {}),
      },
      { deadlineMs: PAGE_DEADLINE_MS },
    );
    return { asOf, ...toPage(gathered) };
  }
}
