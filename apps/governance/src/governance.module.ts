import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { DecideGateCommand } from './commands/decide-gate.js';
import { PlanGateCommand } from './commands/plan-gate.js';
import { RequestDecisionCommand } from './commands/request-decision.js';
import { TakeDecisionCommand } from './commands/take-decision.js';
import { Database } from './persistence/database.js';
import { DecisionsOfSponsorsQuery } from './queries/decisions-of-sponsors.js';
import { OpenDecisionsQuery } from './queries/open-decisions.js';
import { ProjectGatesQuery } from './queries/project-gates.js';
import { OnGatesPlanned } from './reactions/on-gates-planned.js';
import { OnClosingEnded } from './reactions/on-closing-ended.js';
import { OnClosingStarted } from './reactions/on-closing-started.js';
import { OnClosingWithdrawn } from './reactions/on-closing-withdrawn.js';
import { OnMilestoneReadinessChanged } from './reactions/on-milestone-readiness-changed.js';
import { OnMilestoneWithdrawn } from './reactions/on-milestone-withdrawn.js';
import { OnProjectRecorded } from './reactions/on-project-recorded.js';

@Module({
  imports: [BusModule.forService({ service: 'governance', database: Database })],
  providers: [Database],
  controllers: [
    PlanGateCommand,
    DecideGateCommand,
    RequestDecisionCommand,
    TakeDecisionCommand,
    OnProjectRecorded,
    OnClosingStarted,
    OnClosingWithdrawn,
    OnClosingEnded,
    OnMilestoneReadinessChanged,
    OnMilestoneWithdrawn,
    OnGatesPlanned,
    ProjectGatesQuery,
    OpenDecisionsQuery,
    DecisionsOfSponsorsQuery,
  ],
})
export class GovernanceModule {}
