import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WorkerHired } from '@meridian/contracts-connectors';
import { AssignmentsPlanned, PlanAdopted, ProjectRecorded } from '@meridian/contracts-projects';
import { eventually, ServiceUnderTest } from '@meridian/testing';

let resourcing: ServiceUnderTest;

beforeAll(async () => {
  resourcing = await ServiceUnderTest.start('resourcing');
});

afterAll(async () => {
  await resourcing?.end();
});

const ROUNDS = 25;
/** A hundred events one after the other, on a machine that does much else. */
const ROUNDS_MS = 240_000;

/** Two owners tell at the same moment: the one does not wait for the other, and nobody may be missed. */
test(
  'a person hired while a plan that names them comes in is booked, whichever is first',
  async () => {
    const rounds = Array.from({ length: ROUNDS }, (_, index) => ({ index, projectId: randomUUID() }));
    await Promise.all(
      rounds.map(({ projectId, index }) => resourcing.hears(ProjectRecorded, project(projectId, index))),
    );
    for (const { index, projectId } of rounds) {
      await Promise.all([hire(index), plan(projectId, index)]);
    }
    await eventually(async () => {
      const booked = await resourcing.rows<{ bookings: number }>(
        'SELECT count(*)::int AS bookings FROM booking WHERE person_id IS NOT NULL',
      );
      expect(booked[0]?.bookings).toBe(ROUNDS);
    });
  },
  ROUNDS_MS,
);

function hire(index: number): Promise<unknown> {
  return resourcing.hears(WorkerHired, {
    workerKey: `hr:${index}`,
    employeeNumber: `N-${index}`,
    name: `Person ${index}`,
    email: `person.${index}@example.org`,
    role: 'Engineer',
    orgUnit: 'IT',
    ftePercent: 100,
    isContractor: false,
    effectiveOn: '2020-01-01',
  });
}

async function plan(projectId: string, index: number): Promise<void> {
  const dates = { start: '2030-01-07', finish: '2030-01-11' };
  const counts = {
    taskCount: 1,
    milestoneCount: 0,
    linkCount: 0,
    resourceCount: 1,
    assignmentCount: 1,
    criticalCount: 1,
  };
  await resourcing.hears(PlanAdopted, {
    projectId,
    planVersion: 1,
    name: 'Plan',
    source: 'plan.xml',
    ...dates,
    ...counts,
    taskParts: 0,
    assignmentParts: 1,
  });
  const assignment = {
    assignmentId: randomUUID(),
    taskId: randomUUID(),
    taskName: 'Work',
    resourceName: `Person ${index}`,
    resourceKey: `person.${index}@example.org`,
    resourceKind: 'work' as const,
    unitsPercent: 100,
    workMinutes: 2400,
    ...dates,
  };
  await resourcing.hears(AssignmentsPlanned, {
    projectId,
    planVersion: 1,
    part: 1,
    parts: 1,
    assignments: [assignment],
  });
}

function project(projectId: string, index: number) {
  return {
    projectId,
    version: 1,
    code: `P-${index}`,
    name: `Project ${index}`,
    portfolio: 'Group',
    stage: 'delivery' as const,
    phases: [],
    currency: 'EUR',
    isConfidential: false,
  };
}
