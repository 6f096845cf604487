import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { AnswerDependencyCommand } from './commands/answer-dependency.js';
import { AskClosingsCommand } from './commands/ask-closings.js';
import { CloseSprintCommand } from './commands/close-sprint.js';
import { ConvertRaidCommand } from './commands/convert-raid.js';
import { CreateFromTemplateCommand } from './commands/create-from-template.js';
import { DecideTemplateVersionCommand } from './commands/decide-template-version.js';
import { EstimateTaskCommand } from './commands/estimate-task.js';
import { ImportPlanCommand } from './commands/import-plan.js';
import { ImportPortfolioCommand } from './commands/import-portfolio.js';
import { PlaceProjectCommand } from './commands/place-project.js';
import { RecordRaidCommand } from './commands/record-raid.js';
import { MoveProjectCommand } from './commands/move-project.js';
import { RecordSiteCommand } from './commands/record-site.js';
import { RecordTreeNodeCommand } from './commands/record-tree-node.js';
import { LaunchWaveCommand } from './commands/launch-wave.js';
import { LinkProjectsCommand } from './commands/link-projects.js';
import { OfferDependencyCommand } from './commands/offer-dependency.js';
import { MoveBacklogItemCommand } from './commands/move-backlog-item.js';
import { PlanSprintCommand } from './commands/plan-sprint.js';
import { PlanWaveCommand } from './commands/plan-wave.js';
import { RankBacklogItemCommand } from './commands/rank-backlog-item.js';
import { RecordBacklogItemCommand } from './commands/record-backlog-item.js';
import { RecordLessonCommand } from './commands/record-lesson.js';
import { RecordRetrospectiveCommand } from './commands/record-retrospective.js';
import { RegisterProjectCommand } from './commands/register-project.js';
import { RemoveProjectLinkCommand } from './commands/remove-project-link.js';
import { ReportProgressCommand } from './commands/report-progress.js';
import { RetireTemplateCommand } from './commands/retire-template.js';
import { ReviseProjectCommand } from './commands/revise-project.js';
import { SaveTemplateCommand } from './commands/save-template.js';
import { SetBoardLimitsCommand } from './commands/set-board-limits.js';
import { SetMilestoneCriteriaCommand } from './commands/set-milestone-criteria.js';
import { SetScheduleRulesCommand } from './commands/set-schedule-rules.js';
import { SettleRaidCommand } from './commands/settle-raid.js';
import { SettleRetrospectiveActionCommand } from './commands/settle-retrospective-action.js';
import { ShareMilestoneCommand } from './commands/share-milestone.js';
import { SimulateRiskCommand } from './commands/simulate-risk.js';
import { StartSprintCommand } from './commands/start-sprint.js';
import { StopProjectCommand } from './commands/stop-project.js';
import { SubmitIdeaCommand } from './commands/submit-idea.js';
import { TakeBaselineCommand } from './commands/take-baseline.js';
import { TakeOffLevellingCommand } from './commands/take-off-levelling.js';
import { RecordRecurringTaskCommand } from './commands/record-recurring-task.js';
import { RemoveRecurringTaskCommand } from './commands/remove-recurring-task.js';
import { Database } from './persistence/database.js';
import { CompareBaselinesQuery } from './queries/compare-baselines.js';
import { CompareTemplatesQuery } from './queries/compare-templates.js';
import { ExportCalendarQuery } from './queries/export-calendar.js';
import { ExportPlanQuery } from './queries/export-plan.js';
import { FindLessonsQuery } from './queries/find-lessons.js';
import { ListBaselinesQuery } from './queries/list-baselines.js';
import { ListProjectsQuery } from './queries/list-projects.js';
import { ListSitesQuery } from './queries/list-sites.js';
import { ListTemplatesQuery } from './queries/list-templates.js';
import { ListWavesQuery } from './queries/list-waves.js';
import { MatchingLessonsQuery } from './queries/matching-lessons.js';
import { MilestoneForecastQuery } from './queries/milestone-forecast.js';
import { MilestoneRecordQuery } from './queries/milestone-record.js';
import { MilestoneTrendQuery } from './queries/milestone-trend.js';
import { PlanLevellingQuery } from './queries/plan-levelling.js';
import { PortfolioRaidQuery } from './queries/portfolio-raid.js';
import { PortfolioScheduleQuery } from './queries/portfolio-schedule.js';
import { PortfolioRiskMatrixQuery } from './queries/portfolio-risk-matrix.js';
import { PreviewPlanQuery } from './queries/preview-plan.js';
import { PreviewTemplateVersionQuery } from './queries/preview-template-version.js';
import { PreviewWaveQuery } from './queries/preview-wave.js';
import { PortfolioTreeQuery } from './queries/portfolio-tree.js';
import { ProjectBoardQuery } from './queries/project-board.js';
import { ProjectClosingQuery } from './queries/project-closing.js';
import { ProjectLifecycleQuery } from './queries/project-lifecycle.js';
import { ProjectDependenciesQuery } from './queries/project-dependencies.js';
import { FloatAcrossProjectsQuery } from './queries/float-across-projects.js';
import { ProjectLinksQuery } from './queries/project-links.js';
import { ProjectPlanQuery } from './queries/project-plan.js';
import { ProjectRaidQuery } from './queries/project-raid.js';
import { ProjectRecordQuery } from './queries/project-record.js';
import { RaidEntryQuery } from './queries/raid-entry.js';
import { RippleOfSlipQuery } from './queries/ripple-of-slip.js';
import { ScheduleQualityQuery } from './queries/schedule-quality.js';
import { ScheduleRiskQuery } from './queries/schedule-risk.js';
import { ScheduleRulesQuery } from './queries/schedule-rules.js';
import { SprintRecordQuery } from './queries/sprint-record.js';
import { TemplateOfferQuery } from './queries/template-offer.js';
import { TemplateRecordQuery } from './queries/template-record.js';
import { WaveStatusQuery } from './queries/wave-status.js';
import { WhyThisDateQuery } from './queries/why-this-date.js';
import { ListRecurringTasksQuery } from './queries/list-recurring-tasks.js';
import { OnPortfolioChangeOrdered } from './reactions/on-portfolio-change-ordered.js';
import { OnBusinessCaseRecorded } from './reactions/on-business-case-recorded.js';
import { OnCheckRecorded } from './reactions/on-check-recorded.js';
import { OnEarnedValueChanged } from './reactions/on-earned-value-changed.js';
import { OnClosingGovernanceAnswered } from './reactions/on-closing-governance-answered.js';
import { OnClosingMoneyAnswered } from './reactions/on-closing-money-answered.js';
import { OnClosingPeopleAnswered } from './reactions/on-closing-people-answered.js';
import { OnClosingQualityAnswered } from './reactions/on-closing-quality-answered.js';
import { OnGateDecided } from './reactions/on-gate-decided.js';
import { OnGateRecorded } from './reactions/on-gate-recorded.js';
import { OnLevellingAccepted } from './reactions/on-levelling-accepted.js';
import { OnMilestoneAccepted } from './reactions/on-milestone-accepted.js';
import { RiskSimulator } from './simulation/risk-simulator.js';

@Module({
  imports: [BusModule.forService({ service: 'projects', database: Database })],
  providers: [Database, RiskSimulator],
  controllers: [
    SubmitIdeaCommand,
    RegisterProjectCommand,
    ReviseProjectCommand,
    MoveProjectCommand,
    StopProjectCommand,
    RecordLessonCommand,
    RecordTreeNodeCommand,
    PlaceProjectCommand,
    ImportPortfolioCommand,
    ImportPlanCommand,
    ReportProgressCommand,
    ShareMilestoneCommand,
    SetBoardLimitsCommand,
    SetMilestoneCriteriaCommand,
    SetScheduleRulesCommand,
    TakeBaselineCommand,
    TakeOffLevellingCommand,
    LinkProjectsCommand,
    OfferDependencyCommand,
    AnswerDependencyCommand,
    RemoveProjectLinkCommand,
    RemoveRecurringTaskCommand,
    EstimateTaskCommand,
    SimulateRiskCommand,
    RecordRaidCommand,
    SettleRaidCommand,
    ConvertRaidCommand,
    RecordBacklogItemCommand,
    RankBacklogItemCommand,
    MoveBacklogItemCommand,
    PlanSprintCommand,
    StartSprintCommand,
    AskClosingsCommand,
    CloseSprintCommand,
    DecideTemplateVersionCommand,
    RecordRecurringTaskCommand,
    RecordRetrospectiveCommand,
    SettleRetrospectiveActionCommand,
    SaveTemplateCommand,
    RetireTemplateCommand,
    CreateFromTemplateCommand,
    RecordSiteCommand,
    PlanWaveCommand,
    LaunchWaveCommand,
    OnMilestoneAccepted,
    OnGateDecided,
    OnGateRecorded,
    OnLevellingAccepted,
    OnBusinessCaseRecorded,
    OnPortfolioChangeOrdered,
    OnCheckRecorded,
    OnEarnedValueChanged,
    OnClosingMoneyAnswered,
    OnClosingPeopleAnswered,
    OnClosingQualityAnswered,
    OnClosingGovernanceAnswered,
    ProjectRecordQuery,
    ProjectLifecycleQuery,
    ProjectClosingQuery,
    FindLessonsQuery,
    MatchingLessonsQuery,
    ProjectPlanQuery,
    ListProjectsQuery,
    ListRecurringTasksQuery,
    PortfolioTreeQuery,
    PortfolioScheduleQuery,
    WhyThisDateQuery,
    ScheduleRulesQuery,
    PlanLevellingQuery,
    FloatAcrossProjectsQuery,
    ProjectLinksQuery,
    ProjectDependenciesQuery,
    PortfolioRiskMatrixQuery,
    PreviewPlanQuery,
    PreviewTemplateVersionQuery,
    ExportPlanQuery,
    ExportCalendarQuery,
    ScheduleQualityQuery,
    ScheduleRiskQuery,
    RippleOfSlipQuery,
    ProjectRaidQuery,
    RaidEntryQuery,
    PortfolioRaidQuery,
    MilestoneTrendQuery,
    MilestoneRecordQuery,
    ProjectBoardQuery,
    SprintRecordQuery,
    MilestoneForecastQuery,
    ListBaselinesQuery,
    CompareBaselinesQuery,
    ListTemplatesQuery,
    TemplateRecordQuery,
    TemplateOfferQuery,
    CompareTemplatesQuery,
    ListSitesQuery,
    ListWavesQuery,
    PreviewWaveQuery,
    WaveStatusQuery,
  ],
})
export class ProjectsModule {}
