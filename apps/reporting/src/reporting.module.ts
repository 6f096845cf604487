import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { Database } from './persistence/database.js';
import { AttentionProjection } from './projections/attention.js';
import { MilestoneProjection } from './projections/milestone.js';
import { OwnLineProjection } from './projections/own-line.js';
import { ProjectStatusProjection } from './projections/project-status.js';
import { AttentionQuery } from './queries/attention.js';
import { OwnAttentionQuery } from './queries/own-attention.js';
import { PortfolioHealthQuery } from './queries/portfolio-health.js';
import { ProjectStatusQuery } from './queries/project-status.js';

@Module({
  imports: [BusModule.forService({ service: 'reporting', database: Database })],
  providers: [Database],
  controllers: [
    ProjectStatusProjection,
    MilestoneProjection,
    AttentionProjection,
    OwnLineProjection,
    ProjectStatusQuery,
    PortfolioHealthQuery,
    AttentionQuery,
    OwnAttentionQuery,
  ],
})
export class ReportingModule {}
