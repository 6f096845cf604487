import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, mayManageProject, requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { ProgressReported, ReportProgress, TaskProgressed } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import type { Phase } from '../domain/milestone/milestone.js';
import { reportProgress } from '../domain/plan/report-progress.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { Tx } from '../persistence/database.js';
import { loadPlan, type LoadedPlan } from '../persistence/plans.js';
import { lockVisible, phasesOf, type ProjectRow } from '../persistence/projects.js';
import { reschedule, type PlanChange } from '../persistence/reschedule.js';

/** Progress moves the network: what follows is computed again, and only what moved is told. */
@Controller()
export class ReportProgressCommand {
  @Answers(ReportProgress)
  async handle(@Payload() request: ReportProgress, @Ctx() call: Call<Tx>): Promise<ProgressReported> {
    const { tx, announce } = call;
    const { projectId, taskId } = request;
    const project = await lockVisible(tx, projectId, call.claims);
    await requireReporter(project, taskId, call);
    const plan = await loadPlan(tx, projectId);
    const before = plan.tasks.find((task) => task.taskId === taskId);
    const planned = plan.dates.get(taskId);
    if (!before || !planned) throw taskNotFound();
    requireTaskVersion(before, call.expectedVersion);

    const task = reportProgress(before, request, planned);
    const reportedBy = call.claims.personId ?? call.claims.subject;
    await saveReport(task, { ...request, reportedBy }, call);
    await announce(TaskProgressed, progressFact(task, { ...request, reportedBy }));
    const { percentComplete } = request;
    const computed = await reschedule(
      plan,
      progressChange(plan, task, request.asOf, phasesOf(project)),
      call,
    );
    const projectFinish = computed.finish.slice(0, 10);
    return { taskId, taskVersion: task.version, percentComplete, projectFinish };
  }
}

function progressChange(
  plan: LoadedPlan,
  task: StoredTask,
  asOf: string,
  phases: readonly Phase[],
): PlanChange {
  const { dataDate } = plan.state;
  return {
    network: plan.network,
    tasks: plan.tasks.map((other) => (other.taskId === task.taskId ? task : other)),
    dataDate: dataDate !== null && dataDate > asOf ? dataDate : asOf,
    cause: {
      kind: 'progress',
      taskId: task.taskId,
      sentence: `"${task.name}" was reported ${task.percentComplete} percent complete as of ${asOf}.`,
    },
    changedIds: [task.taskId],
    phases,
  };
}

type ReportBy = ReportProgress & { readonly reportedBy: string };

function progressFact(task: StoredTask, { projectId, taskId, percentComplete, asOf, reportedBy }: ReportBy) {
  return {
    projectId,
    taskId,
    taskVersion: task.version,
    percentComplete,
    asOf,
    ...(task.actualStart === null ? {} : { actualStart: task.actualStart.slice(0, 10) }),
    ...(task.actualFinish === null ? {} : { actualFinish: task.actualFinish.slice(0, 10) }),
    isMilestone: task.isMilestone,
    reportedBy,
  };
}

/** Who manages the project reports on every task, a team member on tasks the plan assigns to somebody. */
async function requireReporter(project: ProjectRow, taskId: string, { tx, claims }: Call<Tx>): Promise<void> {
  if (mayManageProject(claims, project)) return;
  if (!hasRole(claims, ['team-member'])) requireManager(claims, project);
  const assigned = await tx.assignment.count({
    where: { taskId, resourceKind: 'work', resourceName: claims.name },
  });
  if (assigned > 0) return;
  throw new Refusal(
    'projects/not-your-task',
    'The plan does not assign this task to you; ask the project manager to report on it.',
    {
      kind: 'forbidden',
    },
  );
}

async function saveReport(task: StoredTask, report: ReportBy, { tx, now }: Call<Tx>): Promise<void> {
  const { taskId, version, percentComplete, actualStart, actualFinish, remainingMinutes } = task;
  await tx.task.updateMany({
    where: { taskId },
    data: { version, percentComplete, actualStart, actualFinish, remainingMinutes },
  });
  const { projectId, asOf, reportedBy } = report;
  await tx.progressReport.createMany({
    data: { projectId, taskId, percentComplete, asOf, reportedBy, reportedAt: now },
  });
}

function requireTaskVersion(task: StoredTask, expected: number | undefined): void {
  if (expected === undefined || expected === task.version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The task was changed since you read it (it is at version ${task.version} now); read it again and report anew.`,
    { kind: 'stale-version', details: { version: task.version } },
  );
}

function taskNotFound(): Refusal {
  return new Refusal('projects/task-not-found', 'The plan of this project has no task with this id.', {
    kind: 'not-found',
  });
}
