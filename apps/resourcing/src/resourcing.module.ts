import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { FillAssignmentCommand } from './commands/fill-assignment.js';
import { RecordPersonCommand } from './commands/record-person.js';
import { Database } from './persistence/database.js';
import { ListPeopleQuery } from './queries/list-people.js';
import { PortfolioCapacityQuery } from './queries/portfolio-capacity.js';
import { ProjectPeopleQuery } from './queries/project-people.js';
import { OnAssignmentsPlanned } from './reactions/on-assignments-planned.js';
import { OnLeaveApproved } from './reactions/on-leave-approved.js';
import { OnLeaveCancelled } from './reactions/on-leave-cancelled.js';
import { OnPlanAdopted } from './reactions/on-plan-adopted.js';
import { OnProjectRecorded } from './reactions/on-project-recorded.js';
import { OnScheduleChanged } from './reactions/on-schedule-changed.js';
import { OnWorkerChanged } from './reactions/on-worker-changed.js';
import { OnWorkerHired } from './reactions/on-worker-hired.js';
import { OnWorkerLeft } from './reactions/on-worker-left.js';

@Module({
  imports: [BusModule.forService({ service: 'resourcing', database: Database })],
  providers: [Database],
  controllers: [
    RecordPersonCommand,
    FillAssignmentCommand,
    OnWorkerHired,
    OnWorkerChanged,
    OnWorkerLeft,
    OnLeaveApproved,
    OnLeaveCancelled,
    OnProjectRecorded,
    OnPlanAdopted,
    OnAssignmentsPlanned,
    OnScheduleChanged,
    ProjectPeopleQuery,
    PortfolioCapacityQuery,
    ListPeopleQuery,
  ],
})
export class ResourcingModule {}
