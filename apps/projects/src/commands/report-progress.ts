import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, mayManageProject, requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import {
  ProgressReported,
  ReportProgress,
  ScheduleChanged,
  TaskProgressed,
} from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { partsOf } from '../domain/plan/plan-parts.js';
import { reportProgress } from '../domain/plan/report-progress.js';
import { schedulePlan, type ComputedSchedule } from '../domain/plan/schedule-plan.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { Tx } from '../persistence/database.js';
import { followPlan } from '../persistence/milestones.js';
import { loadPlan, movedTasks, remember, saveDates, type LoadedPlan } from '../persistence/plans.js';
import { lockVisible, phasesOf, type ProjectRow } from '../persistence/projects.js';

const MOVED_IN_ONE_EVENT = 500;

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
    const tasks = plan.tasks.map((other) => (other.taskId === taskId ? task : other));
    const computed = schedulePlan(plan.network, tasks);
    await saveTask(tx, task);
    const reportedBy = call.claims.personId ?? call.claims.subject;
    const { percentComplete, asOf } = request;
    await tx.progressReport.create({
      data: { projectId, taskId, percentComplete, asOf, reportedBy, reportedAt: call.now },
    });

    await announce(TaskProgressed, {
      projectId,
      taskId,
      taskVersion: task.version,
      percentComplete,
      asOf,
      ...(task.actualStart === null ? {} : { actualStart: task.actualStart.slice(0, 10) }),
      ...(task.actualFinish === null ? {} : { actualFinish: task.actualFinish.slice(0, 10) }),
      isMilestone: task.isMilestone,
      reportedBy,
    });
    await this.saveSchedule(plan, { tasks, computed, asOf }, call);
    if (
      task.isMilestone ||
      computed.finish !== plan.row.finish ||
      plan.tasks.some(({ isMilestone }) => isMilestone)
    ) {
      const { planVersion } = plan.row;
      await followPlan(tx, announce, {
        projectId,
        planVersion,
        phases: phasesOf(project),
        tasks,
        dates: computed.dates,
      });
    }
    return {
      taskId,
      taskVersion: task.version,
      percentComplete,
      projectFinish: computed.finish.slice(0, 10),
    };
  }

  private async saveSchedule(
    plan: LoadedPlan,
    now: {
      readonly tasks: readonly StoredTask[];
      readonly computed: ComputedSchedule;
      readonly asOf: string;
    },
    { tx, announce, newId }: Call<Tx>,
  ): Promise<void> {
    const { projectId } = plan.row;
    const { tasks, computed, asOf } = now;
    const moved = movedTasks(plan.dates, computed.dates);
    await saveDates(tx, projectId, moved);
    const dataDate = plan.row.dataDate !== null && plan.row.dataDate > asOf ? plan.row.dataDate : asOf;
    const row = await tx.plan.update({
      where: { projectId },
      data: {
        scheduleVersion: plan.row.scheduleVersion + 1,
        stateId: newId(),
        clashes: [...computed.clashes],
        start: computed.start.slice(0, 10),
        finish: computed.finish.slice(0, 10),
        criticalCount: computed.criticalCount,
        dataDate,
      },
    });
    remember(row.stateId, { row, network: plan.network, tasks, dates: computed.dates });
    const told = moved.filter((task) => isMoved(plan.dates.get(task.taskId), task));
    for (const part of partsOf(told, MOVED_IN_ONE_EVENT)) {
      await announce(ScheduleChanged, {
        projectId,
        planVersion: row.planVersion,
        scheduleVersion: row.scheduleVersion,
        start: row.start,
        finish: row.finish,
        ...(row.baselineFinish === null ? {} : { baselineFinish: row.baselineFinish }),
        dataDate,
        criticalCount: row.criticalCount,
        moved: part.map(({ taskId, start, finish, isCritical, totalFloatMinutes }) => ({
          taskId,
          start: start.slice(0, 10),
          finish: finish.slice(0, 10),
          isCritical,
          totalFloatMinutes,
        })),
      });
    }
  }
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

async function saveTask(tx: Tx, task: StoredTask): Promise<void> {
  const { taskId, version, percentComplete, actualStart, actualFinish, remainingMinutes } = task;
  await tx.task.update({
    where: { taskId },
    data: { version, percentComplete, actualStart, actualFinish, remainingMinutes },
  });
}

function isMoved(
  before:
    | {
        readonly start: string;
        readonly finish: string;
        readonly isCritical: boolean;
        readonly totalFloatMinutes: number;
      }
    | undefined,
  after: typeof before,
): boolean {
  return (
    before?.start.slice(0, 10) !== after?.start.slice(0, 10) ||
    before?.finish.slice(0, 10) !== after?.finish.slice(0, 10) ||
    before?.isCritical !== after?.isCritical ||
    before?.totalFloatMinutes !== after?.totalFloatMinutes
  );
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
