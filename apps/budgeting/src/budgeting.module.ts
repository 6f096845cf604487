import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { ApproveBudgetCommand } from './commands/approve-budget.js';
import { PostActualCostCommand } from './commands/post-actual-cost.js';
import { PostCommitmentCommand } from './commands/post-commitment.js';
import { Database } from './persistence/database.js';
import { PortfolioMoneyQuery } from './queries/portfolio-money.js';
import { ProjectMoneyQuery } from './queries/project-money.js';
import { OnCommitmentRecorded } from './reactions/on-commitment-recorded.js';
import { OnGateDecided } from './reactions/on-gate-decided.js';
import { OnInvoicePosted } from './reactions/on-invoice-posted.js';
import { OnPlanAdopted } from './reactions/on-plan-adopted.js';
import { OnProjectRecorded } from './reactions/on-project-recorded.js';
import { OnScheduleChanged } from './reactions/on-schedule-changed.js';
import { OnTaskProgressed } from './reactions/on-task-progressed.js';
import { OnTasksPlanned } from './reactions/on-tasks-planned.js';

@Module({
  imports: [BusModule.forService({ service: 'budgeting', database: Database })],
  providers: [Database],
  controllers: [
    ApproveBudgetCommand,
    PostActualCostCommand,
    PostCommitmentCommand,
    OnProjectRecorded,
    OnPlanAdopted,
    OnTasksPlanned,
    OnTaskProgressed,
    OnScheduleChanged,
    OnCommitmentRecorded,
    OnInvoicePosted,
    OnGateDecided,
    ProjectMoneyQuery,
    PortfolioMoneyQuery,
  ],
})
export class BudgetingModule {}
