import type { Announce } from '@meridian/bus';
import { AssignmentsPlanned, PlanAdopted, TasksPlanned } from '@meridian/contracts-projects';
import { partsOf, plannedTask, predecessorsByTask } from '../domain/plan/plan-parts.js';
import type { ComputedSchedule } from '../domain/plan/schedule-plan.js';
import type { StoredLink, StoredTask } from '../domain/plan/stored-plan.js';
import type { AdoptedAssignment } from './adopt-plan.js';
import { baselineFinishOf } from './plans.js';

export interface AnnouncedPlan {
  readonly projectId: string;
  readonly planVersion: number;
  readonly name: string;
  readonly source: string;
  /** `YYYY-MM-DD` */
  readonly statusDate: string | null;
  readonly resourceCount: number;
  readonly tasks: readonly StoredTask[];
  readonly computed: PlanDates;
  readonly assignments: readonly AdoptedAssignment[];
  readonly links: readonly StoredLink[];
}

type PlanDates = Pick<ComputedSchedule, 'dates' | 'start' | 'finish' | 'criticalCount'>;

/** Announces an adopted plan, then its tasks and assignments in parts, so that no event grows with the plan. */
export async function announcePlan(announce: Announce, plan: AnnouncedPlan): Promise<void> {
  const { projectId, planVersion, computed } = plan;
  const tasks = plan.tasks.filter(({ isActive }) => isActive);
  const active = new Map(tasks.map((task) => [task.taskId, task]));
  const predecessors = predecessorsByTask(plan.links, active);
  const taskParts = partsOf(
    tasks.map((task) => ({
      ...plannedTask(task, datesOf(computed, task.taskId)),
      predecessors: predecessors.get(task.taskId) ?? [],
    })),
  );
  const assignments = plan.assignments.filter(({ taskId }) => active.has(taskId));
  const assignmentParts = partsOf(assignments.map((row) => plannedAssignment(row, active, computed)));
  const baselineFinish = baselineFinishOf(tasks);
  await announce(PlanAdopted, {
    projectId,
    planVersion,
    name: plan.name,
    source: plan.source,
    start: computed.start.slice(0, 10),
    finish: computed.finish.slice(0, 10),
    ...(baselineFinish === null ? {} : { baselineFinish }),
    ...(plan.statusDate === null ? {} : { statusDate: plan.statusDate }),
    taskCount: tasks.length,
    milestoneCount: tasks.filter(({ isMilestone }) => isMilestone).length,
    linkCount: plan.links.length,
    resourceCount: plan.resourceCount,
    assignmentCount: assignments.length,
    criticalCount: computed.criticalCount,
    taskParts: taskParts.length,
    assignmentParts: assignmentParts.length,
  });
  for (const [index, part] of taskParts.entries()) {
    await announce(TasksPlanned, {
      projectId,
      planVersion,
      part: index + 1,
      parts: taskParts.length,
      tasks: part,
    });
  }
  for (const [index, part] of assignmentParts.entries()) {
    const place = { part: index + 1, parts: assignmentParts.length };
    await announce(AssignmentsPlanned, { projectId, planVersion, ...place, assignments: part });
  }
}

function plannedAssignment(
  row: AdoptedAssignment,
  tasks: ReadonlyMap<string, StoredTask>,
  computed: PlanDates,
) {
  const dates = datesOf(computed, row.taskId);
  return {
    assignmentId: row.assignmentId,
    taskId: row.taskId,
    taskName: tasks.get(row.taskId)?.name ?? '',
    resourceName: row.resourceName,
    ...(row.resourceKey === null ? {} : { resourceKey: row.resourceKey }),
    resourceKind: row.resourceKind as 'work' | 'material' | 'cost',
    unitsPercent: row.unitsPercent,
    workMinutes: row.workMinutes,
    start: dates.start.slice(0, 10),
    finish: dates.finish.slice(0, 10),
  };
}

function datesOf(computed: PlanDates, taskId: string) {
  const dates = computed.dates.get(taskId);
  if (!dates) throw new Error(`The task ${taskId} has no computed dates.`);
  return dates;
}
