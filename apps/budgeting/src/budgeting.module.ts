import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { ApproveBudgetCommand } from './commands/approve-budget.js';
import { PostActualCostCommand } from './commands/post-actual-cost.js';
import { PostChangeBudgetsCommand } from './commands/post-change-budgets.js';
import { PostCommitmentCommand } from './commands/post-commitment.js';
import { RecordBudgetNodeCommand } from './commands/record-budget-node.js';
import { MoveBudgetCommand } from './commands/move-budget.js';
import { FreezeBudgetCommand } from './commands/freeze-budget.js';
import { RetryWaitingDocumentCommand } from './commands/retry-waiting-document.js';
import { ReverseEntryCommand } from './commands/reverse-entry.js';
import { SetFiscalCalendarCommand } from './commands/set-fiscal-calendar.js';
import { CloseFiscalPeriodCommand } from './commands/close-fiscal-period.js';
import { RequestBudgetExceptionCommand } from './commands/request-budget-exception.js';
import { DecideBudgetExceptionCommand } from './commands/decide-budget-exception.js';
import { PostDocumentCommand } from './commands/post-document.js';
import { ComputeScenarioCommand } from './commands/compute-scenario.js';
import { ApproveScenarioCommand } from './commands/approve-scenario.js';
import { ReviewChangeCommand } from './commands/review-change.js';
import { ApplyChangeSetCommand } from './commands/apply-change-set.js';
import { RecordScoringModelCommand } from './commands/record-scoring-model.js';
import { PublishScoringModelCommand } from './commands/publish-scoring-model.js';
import { RecordScoringRoundCommand } from './commands/record-scoring-round.js';
import { RateCandidateCommand } from './commands/rate-candidate.js';
import { RecordBusinessCaseCommand } from './commands/record-business-case.js';
import { RecordBenefitCommand } from './commands/record-benefit.js';
import { MeasureBenefitCommand } from './commands/measure-benefit.js';
import { RecordLabourRateCommand } from './commands/record-labour-rate.js';
import { RecordRateSetCommand } from './commands/record-rate-set.js';
import { ApproveRateSetCommand } from './commands/approve-rate-set.js';
import { SetReportingCurrencyCommand } from './commands/set-reporting-currency.js';
import { ExplainVarianceCommand } from './commands/explain-variance.js';
import { SetEarnedValueMethodCommand } from './commands/set-earned-value-method.js';
import { SetEarnedValueMethodV2Command } from './commands/set-earned-value-method-v2.js';
import { FollowUpVarianceCommand } from './commands/follow-up-variance.js';
import { BudgetExceptionsQuery } from './queries/budget-exceptions.js';
import { BudgetTreeQuery } from './queries/budget-tree.js';
import { FiscalCalendarsQuery } from './queries/fiscal-calendars.js';
import { LabourCostQuery } from './queries/labour-cost.js';
import { LabourRatesQuery } from './queries/labour-rates.js';
import { LedgerStatementQuery } from './queries/ledger-statement.js';
import { Database } from './persistence/database.js';
import { PortfolioMoneyQuery } from './queries/portfolio-money.js';
import { ProjectForecastQuery } from './queries/project-forecast.js';
import { ProjectMoneyQuery } from './queries/project-money.js';
import { ScenarioQuestionQuery } from './queries/scenario-question.js';
import { ChangeSetsQuery } from './queries/change-sets.js';
import { ScoringModelsQuery } from './queries/scoring-models.js';
import { ScoringRoundQuery } from './queries/scoring-round.js';
import { ScoringRoundsQuery } from './queries/scoring-rounds.js';
import { ScenariosQuery } from './queries/scenarios.js';
import { WaitingDocumentsQuery } from './queries/waiting-documents.js';
import { WaitingTimeQuery } from './queries/waiting-time.js';
import { RateSetsQuery } from './queries/rate-sets.js';
import { ReportedMoneyQuery } from './queries/reported-money.js';
import { BenefitsQuery } from './queries/benefits.js';
import { BusinessCaseQuery } from './queries/business-case.js';
import { EarnedValueMethodsQuery } from './queries/earned-value-methods.js';
import { EarnedValueMethodsV2Query } from './queries/earned-value-methods-v2.js';
import { VariancesQuery } from './queries/variances.js';
import { AccrualRound } from './rounds/accrual-round.js';
import { ExceptionRound } from './rounds/exception-round.js';
import { ScenarioSolver } from './solver/scenario-solver.js';
import { OnAccountingPeriodChanged } from './reactions/on-accounting-period-changed.js';
import { OnRequisitionRecorded } from './reactions/on-requisition-recorded.js';
import { OnRequisitionEnded } from './reactions/on-requisition-ended.js';
import { OnOrderChanged } from './reactions/on-order-changed.js';
import { OnReceiptPosted } from './reactions/on-receipt-posted.js';
import { OnJournalPosted } from './reactions/on-journal-posted.js';
import { OnDocumentReversed } from './reactions/on-document-reversed.js';
import { OnClosingEnded } from './reactions/on-closing-ended.js';
import { OnClosingStarted } from './reactions/on-closing-started.js';
import { OnClosingWithdrawn } from './reactions/on-closing-withdrawn.js';
import { OnCommitmentRecorded } from './reactions/on-commitment-recorded.js';
import { OnFinishSimulated } from './reactions/on-finish-simulated.js';
import { OnGateDecided } from './reactions/on-gate-decided.js';
import { OnInvoicePosted } from './reactions/on-invoice-posted.js';
import { OnPersonRecorded } from './reactions/on-person-recorded.js';
import { OnPlanAdopted } from './reactions/on-plan-adopted.js';
import { OnPortfolioChangeSettled } from './reactions/on-portfolio-change-settled.js';
import { OnProjectRecorded } from './reactions/on-project-recorded.js';
import { OnProjectStopped } from './reactions/on-project-stopped.js';
import { OnScheduleChanged } from './reactions/on-schedule-changed.js';
import { OnTaskProgressed } from './reactions/on-task-progressed.js';
import { OnTasksPlanned } from './reactions/on-tasks-planned.js';
import { OnTimeBooked } from './reactions/on-time-booked.js';

@Module({
  imports: [BusModule.forService({ service: 'budgeting', database: Database })],
  providers: [Database, ScenarioSolver, AccrualRound, ExceptionRound],
  controllers: [
    ApproveBudgetCommand,
    PostActualCostCommand,
    PostChangeBudgetsCommand,
    PostCommitmentCommand,
    RecordBudgetNodeCommand,
    MoveBudgetCommand,
    FreezeBudgetCommand,
    RetryWaitingDocumentCommand,
    ReverseEntryCommand,
    SetFiscalCalendarCommand,
    CloseFiscalPeriodCommand,
    PostDocumentCommand,
    RequestBudgetExceptionCommand,
    DecideBudgetExceptionCommand,
    ComputeScenarioCommand,
    ApproveScenarioCommand,
    ReviewChangeCommand,
    ApplyChangeSetCommand,
    RecordScoringModelCommand,
    PublishScoringModelCommand,
    RecordScoringRoundCommand,
    RateCandidateCommand,
    RecordBusinessCaseCommand,
    RecordBenefitCommand,
    MeasureBenefitCommand,
    ExplainVarianceCommand,
    FollowUpVarianceCommand,
    SetEarnedValueMethodCommand,
    SetEarnedValueMethodV2Command,
    RecordLabourRateCommand,
    RecordRateSetCommand,
    ApproveRateSetCommand,
    SetReportingCurrencyCommand,
    OnProjectRecorded,
    OnClosingStarted,
    OnClosingWithdrawn,
    OnClosingEnded,
    OnProjectStopped,
    OnPortfolioChangeSettled,
    OnPersonRecorded,
    OnPlanAdopted,
    OnTasksPlanned,
    OnTaskProgressed,
    OnScheduleChanged,
    OnFinishSimulated,
    OnCommitmentRecorded,
    OnInvoicePosted,
    OnAccountingPeriodChanged,
    OnRequisitionRecorded,
    OnRequisitionEnded,
    OnOrderChanged,
    OnReceiptPosted,
    OnJournalPosted,
    OnDocumentReversed,
    OnGateDecided,
    OnTimeBooked,
    ProjectMoneyQuery,
    ProjectForecastQuery,
    PortfolioMoneyQuery,
    BudgetTreeQuery,
    BudgetExceptionsQuery,
    LedgerStatementQuery,
    FiscalCalendarsQuery,
    ScenariosQuery,
    ScenarioQuestionQuery,
    ChangeSetsQuery,
    ScoringModelsQuery,
    ScoringRoundQuery,
    ScoringRoundsQuery,
    BusinessCaseQuery,
    BenefitsQuery,
    VariancesQuery,
    EarnedValueMethodsQuery,
    EarnedValueMethodsV2Query,
    LabourRatesQuery,
    LabourCostQuery,
    WaitingTimeQuery,
    WaitingDocumentsQuery,
    RateSetsQuery,
    ReportedMoneyQuery,
  ],
})
export class BudgetingModule {}
