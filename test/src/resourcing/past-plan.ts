import { randomUUID } from 'node:crypto';
import {
  AssignmentsPlanned,
  MilestoneRecorded,
  PlanAdopted,
  ProjectRecorded,
  TaskProgressed,
  TasksPlanned,
} from '@meridian/contracts-projects';
import type { ServiceUnderTest } from '@meridian/testing';

/** A task of a plan whose days are over. */
export interface PastTask {
  readonly name: string;
  readonly email: string;
  readonly start: string;
  readonly finish: string;
  /** The day it was done; left out where it is not. */
  readonly doneOn?: string;
  readonly startedOn?: string;
  readonly before?: readonly string[];
}

export interface PastPlan {
  readonly projectId: string;
  readonly taskIds: ReadonlyMap<string, string>;
}

/** A project whose tasks were agreed in a baseline and done; a milestone at its end, accepted on a day. */
export async function pastPlan(
  resourcing: ServiceUnderTest,
  plan: { name: string; isConfidential?: boolean; acceptedOn: string; tasks: readonly PastTask[] },
): Promise<PastPlan> {
  const projectId = randomUUID();
  const taskIds = new Map(
    [...plan.tasks.map(({ name }) => name), 'The end'].map((one) => [one, randomUUID()]),
  );
  const idOf = (name: string) => taskIds.get(name) ?? '';
  const dates = { start: plan.tasks[0]?.start ?? '', finish: plan.acceptedOn };
  const { name, isConfidential = false } = plan;
  await resourcing.hears(ProjectRecorded, {
    projectId,
    version: 1,
    code: name,
    name,
    portfolio: 'Trial',
    stage: 'delivery',
    phases: [],
    currency: 'EUR',
    isConfidential,
  });
  const count = plan.tasks.length;
  const counts = { taskCount: count + 1, milestoneCount: 1, linkCount: count, resourceCount: 1 };
  const parts = { assignmentCount: count, criticalCount: 0, taskParts: 1, assignmentParts: 1 };
  const head = { projectId, planVersion: 1 };
  await resourcing.hears(PlanAdopted, { ...head, name, source: 'plan.xml', ...dates, ...counts, ...parts });
  const end: PastTask = {
    name: 'The end',
    email: '',
    start: plan.acceptedOn,
    finish: plan.acceptedOn,
    before: plan.tasks.map((task) => task.name),
  };
  const tasks = [...plan.tasks, end].map((task, index) => ({
    taskId: idOf(task.name),
    wbs: String(index + 1),
    name: task.name,
    isSummary: false,
    isMilestone: task === end,
    start: task.start,
    finish: task.finish,
    baselineStart: task.start,
    baselineFinish: task.finish,
    durationMinutes: 2_400,
    workMinutes: 2_400,
    percentComplete: 0,
    isCritical: false,
    totalFloatMinutes: 0,
    predecessors: (task.before ?? []).map((one) => {
      return { taskId: idOf(one), kind: 'FS' as const, lagMinutes: 0 };
    }),
  }));
  await resourcing.hears(TasksPlanned, { ...head, part: 1, parts: 1, tasks });
  const assignments = plan.tasks.map(({ name: taskName, email, start, finish }) => ({
    assignmentId: randomUUID(),
    taskId: idOf(taskName),
    taskName,
    resourceName: email,
    resourceKey: email,
    resourceKind: 'work' as const,
    unitsPercent: 100,
    workMinutes: 2_400,
    start,
    finish,
  }));
  await resourcing.hears(AssignmentsPlanned, { ...head, part: 1, parts: 1, assignments });
  for (const { name: taskName, doneOn, startedOn, start } of plan.tasks) {
    if (doneOn === undefined) continue;
    await progress(resourcing, { projectId, taskIds }, taskName, {
      percentComplete: 100,
      asOf: doneOn,
      actualStart: startedOn ?? start,
      actualFinish: doneOn,
    });
  }
  await resourcing.hears(MilestoneRecorded, {
    projectId,
    milestoneId: idOf('The end'),
    version: 1,
    name: 'The end',
    forecastOn: plan.acceptedOn,
    isDone: true,
    acceptedOn: plan.acceptedOn,
    sharedWith: [],
  });
  return { projectId, taskIds };
}

export async function progress(
  resourcing: ServiceUnderTest,
  { projectId, taskIds }: PastPlan,
  taskName: string,
  report: Pick<TaskProgressed, 'percentComplete' | 'asOf'> & Partial<TaskProgressed>,
): Promise<void> {
  const taskId = taskIds.get(taskName) ?? '';
  const by = { taskVersion: 1, isMilestone: false, reportedBy: randomUUID() };
  await resourcing.hears(TaskProgressed, { projectId, taskId, ...by, ...report });
}
