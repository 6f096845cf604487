import { EarnedValueChanged, ToleranceBreached } from '@meridian/contracts-budgeting';
import { DecisionRequested, GateRecorded } from '@meridian/contracts-governance';
import { MilestoneRecorded, ProjectRecorded, ScheduleChanged } from '@meridian/contracts-projects';
import { MilestoneReadinessChanged } from '@meridian/contracts-quality';
import { OverloadsChanged, ProjectStaffingChanged } from '@meridian/contracts-resourcing';
import { fact } from './trial-owners.js';
import type { Fact } from './trial-owners.js';

/** The id of the n-th project, milestone or person: the same in every run. */
export function idOf(kind: 'project' | 'milestone' | 'person', n: number): string {
  const first = { project: '1', milestone: '2', person: '3' }[kind];
  return `${first}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** What five owners tell of one project, with everything that the read models keep: eleven facts. */
export function factsOf(project: number, round = 0): readonly Fact[] {
  const projectId = idOf('project', project);
  const milestoneId = idOf('milestone', project);
  const waits = [idOf('project', project + 1)];
  const late = `2027-01-${String(10 + ((project + round) % 18)).padStart(2, '0')}`;
  const personId = idOf('person', project);
  const weeks = [
    { weekStart: '2027-01-04', capacityMinutes: 2_400, bookedMinutes: 2_400 + 60 * (round + 1) },
  ];
  return [
    fact(ProjectRecorded, {
      projectId,
      version: round + 1,
      code: `P-${project}`,
      name: `Project ${project}.${round}`,
      portfolio: 'Portfolio',
      programme: `Programme ${project % 5}`,
      stage: 'delivery',
      phases: [],
      currency: 'EUR',
      isConfidential: false,
    }),
    fact(ScheduleChanged, {
      projectId,
      planVersion: 1,
      scheduleVersion: round + 1,
      start: '2026-01-01',
      finish: late,
      baselineFinish: '2027-01-01',
      criticalCount: 1,
      moved: [],
    }),
    fact(MilestoneRecorded, {
      projectId,
      milestoneId,
      version: 1,
      name: 'M',
      baselineOn: '2027-01-01',
      forecastOn: late,
      isDone: false,
      sharedWith: waits,
    }),
    fact(MilestoneReadinessChanged, readiness(projectId, milestoneId, project % 3 === 0)),
    fact(MilestoneReadinessChanged, readiness(projectId, milestoneId, project % 6 === 0)),
    fact(EarnedValueChanged, {
      projectId,
      version: round + 1,
      statusDate: '2026-11-23',
      currency: 'EUR',
      bacMinor: '10000000',
      pvMinor: '700',
      evMinor: '600',
      acMinor: '800',
      committedMinor: '0',
      cvMinor: '0',
      svMinor: '0',
      cpi: `0.${75 + (project % 25)}`,
      spi: '1.02',
      percentComplete: '0.6',
      flags: [],
    }),
    fact(ToleranceBreached, {
      projectId,
      dimension: 'cost',
      limitPercent: '10',
      deviationPercent: `1${project % 10}.5`,
      forecastMinor: '120',
      budgetMinor: '100',
      currency: 'EUR',
      since: '2026-11-20',
    }),
    fact(ProjectStaffingChanged, {
      projectId,
      people: 4,
      bookedMinutes: 9_600,
      unfilledAssignments: round,
      overloadedPeople: 1,
    }),
    fact(OverloadsChanged, {
      personId,
      personName: 'Tom',
      role: 'Engineer',
      orgUnit: 'R&D',
      weeks,
      projectIds: [projectId],
    }),
    fact(GateRecorded, {
      projectId,
      gateId: milestoneId,
      version: 1,
      name: 'Gate',
      phaseId: 'p',
      order: 1,
      dueOn: late,
      state: 'planned',
      evidence: [],
      missing: 1,
      isReady: false,
    }),
    fact(DecisionRequested, {
      projectId,
      decisionId: projectId,
      title: 'Approve',
      kind: 'approval',
      dueOn: late,
      requestedBy: personId,
    }),
  ];
}

function readiness(projectId: string, milestoneId: string, isAccepted: boolean) {
  return {
    projectId,
    milestoneId,
    milestoneName: 'M',
    total: 3,
    open: 0,
    openMandatory: 0,
    passed: 3,
    failed: 0,
    waived: 0,
    isReady: true,
    isAccepted,
  };
}
