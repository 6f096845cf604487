import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { AcceptMilestoneCommand } from './commands/accept-milestone.js';
import { AddCheckCommand } from './commands/add-check.js';
import { DecideCheckCommand } from './commands/decide-check.js';
import { Database } from './persistence/database.js';
import { PortfolioQualityQuery } from './queries/portfolio-quality.js';
import { ProjectQualityQuery } from './queries/project-quality.js';
import { OnChecksPlanned } from './reactions/on-checks-planned.js';
import { OnClosingEnded } from './reactions/on-closing-ended.js';
import { OnClosingStarted } from './reactions/on-closing-started.js';
import { OnClosingWithdrawn } from './reactions/on-closing-withdrawn.js';
import { OnMilestoneRecorded } from './reactions/on-milestone-recorded.js';
import { OnMilestoneWithdrawn } from './reactions/on-milestone-withdrawn.js';
import { OnProjectRecorded } from './reactions/on-project-recorded.js';

@Module({
  imports: [BusModule.forService({ service: 'quality', database: Database })],
  providers: [Database],
  controllers: [
    AddCheckCommand,
    DecideCheckCommand,
    AcceptMilestoneCommand,
    OnProjectRecorded,
    OnClosingStarted,
    OnClosingWithdrawn,
    OnClosingEnded,
    OnMilestoneRecorded,
    OnMilestoneWithdrawn,
    OnChecksPlanned,
    ProjectQualityQuery,
    PortfolioQualityQuery,
  ],
})
export class QualityModule {}
