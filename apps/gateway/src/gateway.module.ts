import { BusModule } from '@meridian/bus';
import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { MeController } from './access/me.controller.js';
import { RecordedOutsiderDays } from './access/recorded-outsider-days.js';
import { BudgetExceptionsController } from './budgets/budget-exceptions.controller.js';
import { BudgetTreeController } from './budgets/budget-tree.controller.js';
import { FiscalCalendarsController } from './budgets/fiscal-calendars.controller.js';
import { BudgetsController } from './budgets/budgets.controller.js';
import { CurrenciesController } from './budgets/currencies.controller.js';
import { LabourController } from './budgets/labour.controller.js';
import { BusinessCasesController } from './budgets/business-cases.controller.js';
import { EarnedValueController } from './budgets/earned-value.controller.js';
import { ForecastsController } from './budgets/forecasts.controller.js';
import { VariancesController } from './budgets/variances.controller.js';
import { WaitingDocumentsController } from './budgets/waiting-documents.controller.js';
import { ChangeSetsController } from './budgets/change-sets.controller.js';
import { ScoringController } from './budgets/scoring.controller.js';
import { ScenariosController } from './budgets/scenarios.controller.js';
import { ConnectorsController } from './connectors/connectors.controller.js';
import { GovernanceController } from './governance/governance.controller.js';
import { HttpModule } from './http/http.module.js';
import { LevellingController } from './levelling/levelling.controller.js';
import { BusLiveSource } from './live/bus-live-source.js';
import { ListedProjects } from './live/listed-projects.js';
import { LiveModule } from './live/live.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { DeliverablesController } from './people/deliverables.controller.js';
import { GrowthController } from './people/growth.controller.js';
import { OwnAttentionController } from './people/own-attention.controller.js';
import { PartnersController } from './people/partners.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PerformanceController } from './people/performance.controller.js';
import { PortfolioController } from './portfolio/portfolio.controller.js';
import { BaselinesController } from './projects/baselines.controller.js';
import { ImportsController } from './projects/imports.controller.js';
import { LessonsController } from './projects/lessons.controller.js';
import { LifecycleController } from './projects/lifecycle.controller.js';
import { PlansController } from './projects/plans.controller.js';
import { ProjectPageController } from './projects/project-page.controller.js';
import { ProjectsController } from './projects/projects.controller.js';
import { BoardController } from './projects/board.controller.js';
import { RetrospectivesController } from './projects/retrospectives.controller.js';
import { MilestonesController } from './projects/milestones.controller.js';
import { RaidController } from './projects/raid.controller.js';
import { RolloutsController } from './projects/rollouts.controller.js';
import { TemplateVersionsController } from './projects/template-versions.controller.js';
import { TemplatesController } from './projects/templates.controller.js';
import { TreeController } from './projects/tree.controller.js';
import { DependenciesController } from './projects/dependencies.controller.js';
import { ProjectLinksController } from './projects/project-links.controller.js';
import { RecurringTasksController } from './projects/recurring-tasks.controller.js';
import { ScheduleController } from './projects/schedule.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { TimesheetsController } from './timesheets/timesheets.controller.js';
import { ClientSettingsController } from './web/client-settings.controller.js';

/** The table of contents of the gateway: the kernel, then one controller per kind of thing clients talk about. */
@Module({
  imports: [
    BusModule.forClient({ service: 'gateway' }),
    AccessModule.forIssuer(RecordedOutsiderDays),
    HttpModule,
    LiveModule.from(BusLiveSource, ListedProjects),
    OpenApiModule,
  ],
  controllers: [
    MeController,
    ClientSettingsController,
    PortfolioController,
    ProjectsController,
    ProjectPageController,
    LifecycleController,
    LessonsController,
    TreeController,
    TemplateVersionsController,
    TemplatesController,
    RolloutsController,
    PlansController,
    ScheduleController,
    ProjectLinksController,
    RecurringTasksController,
    DependenciesController,
    RaidController,
    BoardController,
    RetrospectivesController,
    MilestonesController,
    BaselinesController,
    ImportsController,
    BudgetsController,
    BudgetTreeController,
    BudgetExceptionsController,
    FiscalCalendarsController,
    ScenariosController,
    ChangeSetsController,
    ScoringController,
    BusinessCasesController,
    EarnedValueController,
    ForecastsController,
    VariancesController,
    WaitingDocumentsController,
    LabourController,
    CurrenciesController,
    PeopleController,
    PerformanceController,
    GrowthController,
    OwnAttentionController,
    PartnersController,
    DeliverablesController,
    TimesheetsController,
    LevellingController,
    QualityController,
    GovernanceController,
    ConnectorsController,
  ],
})
export class GatewayModule {}
