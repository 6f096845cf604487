import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WorkerHired } from '@meridian/contracts-connectors';
import {
  AssignmentsPlanned,
  PlanAdopted,
  ProjectRecorded,
  ProjectStopped,
  ScheduleChanged,
} from '@meridian/contracts-projects';
import { ProjectPeople, ProjectStaffingChanged } from '@meridian/contracts-resourcing';
import { person, ServiceUnderTest } from '@meridian/testing';

const pmo = person('pmo-manager');
const projectId = randomUUID();
const tasks = [randomUUID(), randomUUID(), randomUUID()] as const;
const WEEKS = [
  ['2030-01-07', '2030-01-11'],
  ['2030-01-14', '2030-01-18'],
  ['2030-01-21', '2030-01-25'],
] as const;
let resourcing: ServiceUnderTest;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
});
afterAll(() => resourcing?.end());

async function plan(planVersion: number): Promise<void> {
  const counts = { taskCount: 3, milestoneCount: 0, linkCount: 0, resourceCount: 1, assignmentCount: 3 };
  await resourcing.hears(PlanAdopted, {
    projectId,
    planVersion,
    name: 'Plan',
    source: 'plan.xml',
    start: WEEKS[0][0],
    finish: WEEKS[2][1],
    ...counts,
    criticalCount: 3,
    taskParts: 0,
    assignmentParts: 1,
  });
  const assignments = WEEKS.map(([start, finish], index) => ({
    assignmentId: randomUUID(),
    taskId: tasks[index] ?? '',
    taskName: `Week ${index + 1}`,
    resourceName: 'Ines Moreau',
    resourceKind: 'work' as const,
    unitsPercent: 100,
    workMinutes: 2400,
    start,
    finish,
  }));
  await resourcing.hears(AssignmentsPlanned, { projectId, planVersion, part: 1, parts: 1, assignments });
}

async function booked() {
  const { bookings } = await resourcing.ask(pmo, ProjectPeople, { projectId });
  return bookings.map(({ start, finish, workMinutes }) => [start, finish, workMinutes]);
}

test('people of a stopped project are free from the next day on, and nothing planned later takes them back', async () => {
  await resourcing.hears(ProjectRecorded, {
    projectId,
    version: 1,
    code: 'P-1',
    name: 'Bridge',
    portfolio: 'Roads',
    stage: 'delivery',
    phases: [],
    currency: 'EUR',
    isConfidential: false,
  });
  await resourcing.hears(WorkerHired, {
    workerKey: 'hr:1',
    employeeNumber: 'N-1',
    name: 'Ines Moreau',
    role: 'Engineer',
    orgUnit: 'IT',
    ftePercent: 100,
    isContractor: false,
    effectiveOn: '2020-01-01',
  });
  await plan(1);
  const stop = {
    projectId,
    code: 'P-1',
    name: 'Bridge',
    stageBefore: 'delivery' as const,
    reasonCode: 'too-costly' as const,
    reason: 'The tender came in too high.',
    stoppedBy: pmo.personId,
    stoppedByName: pmo.name,
    stoppedOn: '2030-01-15',
  };
  await resourcing.hears(ProjectStopped, stop);
  // The first week is done, the second ends after two of its five days, the third is not needed.
  const left = [
    ['2030-01-07', '2030-01-11', 2400],
    ['2030-01-14', '2030-01-15', 960],
  ];
  expect(await booked()).toEqual(left);
  expect((await resourcing.announced(ProjectStaffingChanged, projectId)).at(-1)).toMatchObject({
    bookedMinutes: 3360,
    unfilledAssignments: 0,
  });

  await resourcing.hears(ProjectStopped, stop);
  await plan(2);
  const later = { start: '2030-01-28', finish: '2030-02-01', isCritical: false, totalFloatMinutes: 0 };
  await resourcing.hears(ScheduleChanged, {
    projectId,
    planVersion: 2,
    scheduleVersion: 2,
    start: '2030-01-07',
    finish: '2030-02-01',
    criticalCount: 0,
    moved: tasks.map((taskId) => ({ taskId, ...later })),
  });
  expect(await booked()).toEqual(left);
});
