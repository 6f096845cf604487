import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking, placeOfCursor } from '@meridian/bus';
import { ProjectPlan, ScheduledPlan, ScheduledTask } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import type { TaskRow } from '../persistence/plans.js';

const PAGE = 200;

@Controller()
export class ProjectPlanQuery {
  constructor(private readonly database: Database) {}

  /** In outline order; the cursor is the position of the last task seen. */
  @Answers(ProjectPlan)
  async handle(@Payload() request: ProjectPlan, @Ctx() asking: Asking): Promise<ScheduledPlan> {
    const { projectId } = request;
    const project = await this.database.project.findUnique({ where: { projectId }, include: { plan: true } });
    requireVisible(asking.claims, project);
    const plan = project?.plan;
    if (!plan) return { projectId, planVersion: 0, name: 'No plan yet', ...NOTHING };
    const limit = request.limit ?? PAGE;
    const after = placeOfCursor(request.cursor) ?? -1;
    const [tasks, [figures]] = await Promise.all([
      this.database.task.findMany({
        where: { projectId, position: { gt: after } },
        orderBy: { position: 'asc' },
        take: limit + 1,
      }),
      this.figures(projectId),
    ]);
    const page = tasks.slice(0, limit);
    const last = page.at(-1);
    return {
      projectId,
      planVersion: plan.planVersion,
      name: plan.name,
      start: plan.start,
      finish: plan.finish,
      ...(plan.baselineFinish === null ? {} : { baselineFinish: plan.baselineFinish }),
      ...(plan.dataDate === null ? {} : { dataDate: plan.dataDate }),
      taskCount: figures?.tasks ?? 0,
      criticalCount: plan.criticalCount,
      percentComplete: figures?.percent ?? 0,
      clashes: plan.clashes as string[],
      tasks: page.map(taskLine),
      ...(tasks.length > limit && last ? { nextCursor: String(last.position) } : {}),
    };
  }

  /** Percent complete of the plan is weighted by duration, as Microsoft Project does. */
  private figures(projectId: string): Promise<{ tasks: number; percent: number }[]> {
    return this.database.$queryRaw`
      SELECT count(*)::int AS tasks,
             coalesce(round(sum(percent_complete::numeric * duration_minutes) FILTER (WHERE NOT is_summary AND is_active)
               / nullif(sum(duration_minutes) FILTER (WHERE NOT is_summary AND is_active), 0)), 0)::int AS percent
      FROM task WHERE project_id = ${projectId}::uuid`;
  }
}

const NOTHING = { taskCount: 0, criticalCount: 0, percentComplete: 0, clashes: [], tasks: [] };

function taskLine(task: TaskRow): ScheduledTask {
  const { taskId, wbs, name, isSummary, isMilestone, start, finish, lateStart, lateFinish } = task;
  const { durationMinutes, totalFloatMinutes, freeFloatMinutes, isCritical, percentComplete, version } = task;
  return {
    taskId,
    ...(task.parentTaskId === null ? {} : { parentTaskId: task.parentTaskId }),
    wbs,
    name,
    isSummary,
    isMilestone,
    start,
    finish,
    lateStart,
    lateFinish,
    ...(task.baselineStart === null ? {} : { baselineStart: task.baselineStart.slice(0, 10) }),
    ...(task.baselineFinish === null ? {} : { baselineFinish: task.baselineFinish.slice(0, 10) }),
    durationMinutes,
    totalFloatMinutes,
    freeFloatMinutes,
    isCritical,
    percentComplete,
    version,
    ...(task.why === null ? {} : { whyThisDate: task.why }),
  };
}
