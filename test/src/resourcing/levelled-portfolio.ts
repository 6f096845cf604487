import { randomUUID } from 'node:crypto';
import { WorkerHired } from '@meridian/contracts-connectors';
import { AssignmentsPlanned, PlanAdopted, ProjectRecorded, TasksPlanned } from '@meridian/contracts-projects';
import type { ServiceUnderTest } from '@meridian/testing';

/** Far enough ahead that no test can run into it; a Monday. */
export const MONDAY = '2031-03-03';
export const FRIDAY = '2031-03-07';

export interface TrialProject {
  readonly projectId: string;
  readonly managerPersonId: string;
  readonly taskIds: readonly string[];
}

/** A project whose tasks all book the same person for the same week; of each task the next one waits. */
export async function projectOf(
  resourcing: ServiceUnderTest,
  { name, personEmail, tasks = 1, workMinutes = 2_400, isConfidential = false }: TrialPlan,
): Promise<TrialProject> {
  const projectId = randomUUID();
  const managerPersonId = randomUUID();
  await resourcing.hears(ProjectRecorded, {
    projectId,
    version: 1,
    code: name,
    name,
    portfolio: 'Trial',
    stage: 'delivery',
    phases: [],
    currency: 'EUR',
    managerPersonId,
    isConfidential,
  });
  const taskIds = await planOf(resourcing, { projectId, planVersion: 1, personEmail, tasks, workMinutes });
  return { projectId, managerPersonId, taskIds };
}

interface TrialPlan {
  readonly name: string;
  readonly personEmail: string;
  readonly tasks?: number;
  readonly workMinutes?: number;
  readonly isConfidential?: boolean;
}

export async function planOf(
  resourcing: ServiceUnderTest,
  plan: { projectId: string; planVersion: number; personEmail: string; tasks: number; workMinutes?: number },
): Promise<string[]> {
  const { projectId, planVersion, personEmail, workMinutes = 2_400 } = plan;
  const taskIds = Array.from({ length: plan.tasks }, () => randomUUID());
  const dates = { start: MONDAY, finish: FRIDAY };
  const count = taskIds.length;
  await resourcing.hears(PlanAdopted, {
    projectId,
    planVersion,
    name: 'Plan',
    source: 'plan.xml',
    ...dates,
    taskCount: count,
    milestoneCount: 0,
    linkCount: 0,
    resourceCount: 1,
    assignmentCount: count,
    criticalCount: count,
    taskParts: 1,
    assignmentParts: 1,
  });
  const place = { part: 1, parts: 1 };
  await resourcing.hears(TasksPlanned, {
    projectId,
    planVersion,
    ...place,
    tasks: taskIds.map((taskId, index) => ({
      taskId,
      wbs: String(index + 1),
      name: `Task ${index + 1}`,
      isSummary: false,
      isMilestone: false,
      ...dates,
      durationMinutes: 2_400,
      workMinutes,
      percentComplete: 0,
      isCritical: true,
      totalFloatMinutes: 0,
      predecessors: [],
    })),
  });
  await resourcing.hears(AssignmentsPlanned, {
    projectId,
    planVersion,
    ...place,
    assignments: taskIds.map((taskId, index) => ({
      assignmentId: randomUUID(),
      taskId,
      taskName: `Task ${index + 1}`,
      resourceName: personEmail,
      resourceKey: personEmail,
      resourceKind: 'work' as const,
      unitsPercent: 100,
      workMinutes,
      ...dates,
    })),
  });
  return taskIds;
}

export function hire(resourcing: ServiceUnderTest, employeeNumber: string, name: string): Promise<void> {
  return resourcing.hears(WorkerHired, {
    workerKey: `hr:${employeeNumber}`,
    employeeNumber,
    name,
    email: `${employeeNumber.toLowerCase()}@example.org`,
    role: 'Engineer',
    orgUnit: 'IT',
    ftePercent: 100,
    isContractor: false,
    effectiveOn: '2020-01-01',
  });
}
