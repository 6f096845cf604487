import type { Call } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import type { Phase } from '../domain/milestone/milestone.js';
import { reportProgress, type ProgressClaim } from '../domain/plan/report-progress.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import type { LoadedPlan } from './plans.js';
import { reschedule, type PlanChange } from './reschedule.js';

export interface TaskReport {
  readonly plan: LoadedPlan;
  readonly phases: readonly Phase[];
  /** Of this plan. */
  readonly task: StoredTask;
  readonly claim: ProgressClaim;
}

/** Progress of a task: kept, told, and the network computed again. All progress comes this way, whoever says it. */
export async function progressTask(
  call: Call<Tx>,
  { plan, phases, task: before, claim }: TaskReport,
): Promise<{ readonly task: StoredTask; readonly projectFinish: string }> {
  const planned = plan.dates.get(before.taskId);
  if (!planned) throw new Error(`"${before.name}" has no computed dates.`);
  const task = reportProgress(before, claim, planned);
  const reportedBy = call.claims.personId ?? call.claims.subject;
  const { projectId } = plan.state;
  await saveReport(call, { projectId, task, asOf: claim.asOf, reportedBy });
  await call.announce(TaskProgressed, progressFact({ projectId, task, asOf: claim.asOf, reportedBy }));
  const computed = await reschedule(plan, progressChange(plan, task, claim.asOf, phases), call);
  return { task, projectFinish: computed.finish.slice(0, 10) };
}

interface Report {
  readonly projectId: string;
  readonly task: StoredTask;
  readonly asOf: string;
  readonly reportedBy: string;
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

function progressFact({ projectId, task, asOf, reportedBy }: Report) {
  return {
    projectId,
    taskId: task.taskId,
    taskVersion: task.version,
    percentComplete: task.percentComplete,
    asOf,
    ...(task.actualStart === null ? {} : { actualStart: task.actualStart.slice(0, 10) }),
    ...(task.actualFinish === null ? {} : { actualFinish: task.actualFinish.slice(0, 10) }),
    isMilestone: task.isMilestone,
    reportedBy,
  };
}

async function saveReport(
  { tx, now }: Call<Tx>,
  { projectId, task, asOf, reportedBy }: Report,
): Promise<void> {
  const { taskId, version, percentComplete, actualStart, actualFinish, remainingMinutes } = task;
  await tx.task.updateMany({
    where: { taskId },
    data: { version, percentComplete, actualStart, actualFinish, remainingMinutes },
  });
  await tx.progressReport.createMany({
    data: { projectId, taskId, percentComplete, asOf, reportedBy, reportedAt: now },
  });
}
