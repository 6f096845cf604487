import { Module } from '@nestjs/common';
import { BusModule } from '@meridian/bus';
import { AcceptLevellingCommand } from './commands/accept-levelling.js';
import { AdmitPartnerPersonCommand } from './commands/admit-partner-person.js';
import { AnswerConcernCommand } from './commands/answer-concern.js';
import { AppointHrPartnersCommand } from './commands/appoint-hr-partners.js';
import { CancelLevellingCommand } from './commands/cancel-levelling.js';
import { ChangePartnerAccessCommand } from './commands/change-partner-access.js';
import { CloseConcernCommand } from './commands/close-concern.js';
import { ContestLevellingCommand } from './commands/contest-levelling.js';
import { DecideDeliverableCommand } from './commands/decide-deliverable.js';
import { DecideTimesheetCommand } from './commands/decide-timesheet.js';
import { FillAssignmentCommand } from './commands/fill-assignment.js';
import { HandInDeliverableCommand } from './commands/hand-in-deliverable.js';
import { KeepTimeCommand } from './commands/keep-time.js';
import { MoveBookingCommand } from './commands/move-booking.js';
import { RaiseConcernCommand } from './commands/raise-concern.js';
import { RecordDeliverableCommand } from './commands/record-deliverable.js';
import { RecordGrowthGoalCommand } from './commands/record-growth-goal.js';
import { RecordPartnerCommand } from './commands/record-partner.js';
import { RecordPersonCommand } from './commands/record-person.js';
import { RecordSkillCommand } from './commands/record-skill.js';
import { RecordTimesheetCommand } from './commands/record-timesheet.js';
import { RequestLevellingCommand } from './commands/request-levelling.js';
import { SeePerformanceCommand } from './commands/see-performance.js';
import { SubmitTimesheetCommand } from './commands/submit-timesheet.js';
import { WriteNoteCommand } from './commands/write-note.js';
import { LevellingDispatcher } from './levelling/levelling-dispatcher.js';
import { LevellingWorker } from './levelling/levelling-worker.js';
import { Database } from './persistence/database.js';
import { BookingFileQuery } from './queries/booking-file.js';
import { BookingWorkQuery } from './queries/booking-work.js';
import { CapacityHeatMapQuery } from './queries/capacity-heat-map.js';
import { ConcernsQuery } from './queries/concerns.js';
import { DeliverablesQuery } from './queries/deliverables.js';
import { GroupPerformanceQuery } from './queries/group-performance.js';
import { GrowthPlanQuery } from './queries/growth-plan.js';
import { HandOversQuery } from './queries/hand-overs.js';
import { HrPartnersQuery } from './queries/hr-partners.js';
import { LevellingJobQuery } from './queries/levelling-job.js';
import { LevellingProposalQuery } from './queries/levelling-proposal.js';
import { ListPeopleQuery } from './queries/list-people.js';
import { ListTimesheetsQuery } from './queries/list-timesheets.js';
import { MissingTimesheetsQuery } from './queries/missing-timesheets.js';
import { NotesQuery } from './queries/notes.js';
import { OutsiderAccessQuery } from './queries/outsider-access.js';
import { PartnersQuery } from './queries/partners.js';
import { OwnPeopleQuery } from './queries/own-people.js';
import { PersonPerformanceQuery } from './queries/person-performance.js';
import { PersonSkillsQuery } from './queries/person-skills.js';
import { PersonTimeQuery } from './queries/person-time.js';
import { PortfolioCapacityQuery } from './queries/portfolio-capacity.js';
import { ProjectPeopleQuery } from './queries/project-people.js';
import { SkillMatrixQuery } from './queries/skill-matrix.js';
import { SuggestStaffingQuery } from './queries/suggest-staffing.js';
import { TeamPerformanceQuery } from './queries/team-performance.js';
import { TimeKeepingQuery } from './queries/time-keeping.js';
import { TimesheetQuery } from './queries/timesheet.js';
import { OnAssignmentsPlanned } from './reactions/on-assignments-planned.js';
import { OnClosingEnded } from './reactions/on-closing-ended.js';
import { OnClosingStarted } from './reactions/on-closing-started.js';
import { OnClosingWithdrawn } from './reactions/on-closing-withdrawn.js';
import { OnLeaveApproved } from './reactions/on-leave-approved.js';
import { OnLeaveCancelled } from './reactions/on-leave-cancelled.js';
import { OnMilestoneRecorded } from './reactions/on-milestone-recorded.js';
import { OnMilestoneWithdrawn } from './reactions/on-milestone-withdrawn.js';
import { OnPlanAdopted } from './reactions/on-plan-adopted.js';
import { OnProjectRecorded } from './reactions/on-project-recorded.js';
import { OnProjectStopped } from './reactions/on-project-stopped.js';
import { OnScheduleChanged } from './reactions/on-schedule-changed.js';
import { OnTaskProgressed } from './reactions/on-task-progressed.js';
import { OnTasksPlanned } from './reactions/on-tasks-planned.js';
import { OnWorkerChanged } from './reactions/on-worker-changed.js';
import { OnWorkerHired } from './reactions/on-worker-hired.js';
import { OnWorkerLeft } from './reactions/on-worker-left.js';
import { Reminders } from './reminders/reminders.js';

@Module({
  imports: [BusModule.forService({ service: 'resourcing', database: Database })],
  providers: [Database, LevellingDispatcher, LevellingWorker, Reminders],
  controllers: [
    RecordPersonCommand,
    FillAssignmentCommand,
    RequestLevellingCommand,
    CancelLevellingCommand,
    AcceptLevellingCommand,
    ContestLevellingCommand,
    RecordTimesheetCommand,
    SubmitTimesheetCommand,
    DecideTimesheetCommand,
    KeepTimeCommand,
    RecordSkillCommand,
    MoveBookingCommand,
    SeePerformanceCommand,
    RecordGrowthGoalCommand,
    RaiseConcernCommand,
    AnswerConcernCommand,
    CloseConcernCommand,
    AppointHrPartnersCommand,
    WriteNoteCommand,
    RecordPartnerCommand,
    AdmitPartnerPersonCommand,
    ChangePartnerAccessCommand,
    RecordDeliverableCommand,
    HandInDeliverableCommand,
    DecideDeliverableCommand,
    OnWorkerHired,
    OnWorkerChanged,
    OnWorkerLeft,
    OnLeaveApproved,
    OnLeaveCancelled,
    OnProjectRecorded,
    OnClosingStarted,
    OnClosingWithdrawn,
    OnClosingEnded,
    OnProjectStopped,
    OnPlanAdopted,
    OnAssignmentsPlanned,
    OnTasksPlanned,
    OnTaskProgressed,
    OnMilestoneRecorded,
    OnMilestoneWithdrawn,
    OnScheduleChanged,
    ProjectPeopleQuery,
    PortfolioCapacityQuery,
    CapacityHeatMapQuery,
    ListPeopleQuery,
    LevellingJobQuery,
    LevellingProposalQuery,
    TimesheetQuery,
    ListTimesheetsQuery,
    MissingTimesheetsQuery,
    TimeKeepingQuery,
    PersonTimeQuery,
    PersonSkillsQuery,
    SkillMatrixQuery,
    SuggestStaffingQuery,
    HandOversQuery,
    BookingWorkQuery,
    BookingFileQuery,
    PersonPerformanceQuery,
    TeamPerformanceQuery,
    GroupPerformanceQuery,
    GrowthPlanQuery,
    ConcernsQuery,
    HrPartnersQuery,
    NotesQuery,
    PartnersQuery,
    OutsiderAccessQuery,
    DeliverablesQuery,
    OwnPeopleQuery,
  ],
})
export class ResourcingModule {}
