import type { Call } from '@meridian/bus';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { milestoneOf } from '../domain/milestone/planned-milestone.js';
import type { Phase } from '../domain/milestone/milestone.js';
import { movedTasks, toldTasks } from '../domain/plan/moved-tasks.js';
import { partsOf } from '../domain/plan/plan-parts.js';
import { schedulePlan, type ComputedSchedule } from '../domain/plan/schedule-plan.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import type { Tx } from './database.js';
import { followMoved } from './milestones.js';
import { remember, saveDates, saveState, type LoadedPlan, type PlanState } from './plans.js';

const MOVED_IN_ONE_EVENT = 500;

export interface Reported {
  readonly task: StoredTask;
  readonly asOf: string;
  readonly phases: readonly Phase[];
}

/** Computes a plan again after one of its tasks progressed; writes and announces what moved, and nothing else. */
export async function reschedule(
  plan: LoadedPlan,
  { task, asOf, phases }: Reported,
  call: Pick<Call<Tx>, 'tx' | 'announce' | 'newId'>,
): Promise<ComputedSchedule> {
  const { tx, announce } = call;
  const { projectId, dataDate } = plan.state;
  const tasks = plan.tasks.map((other) => (other.taskId === task.taskId ? task : other));
  const computed = schedulePlan(plan.network, tasks);
  const moved = movedTasks(plan.dates, computed.dates);
  await saveDates(tx, projectId, moved);
  const state = await saveState(tx, projectId, {
    scheduleVersion: plan.state.scheduleVersion + 1,
    stateId: call.newId(),
    clashes: [...computed.clashes],
    start: computed.start.slice(0, 10),
    finish: computed.finish.slice(0, 10),
    criticalCount: computed.criticalCount,
    dataDate: dataDate !== null && dataDate > asOf ? dataDate : asOf,
  });
  remember({ state, network: plan.network, tasks, dates: computed.dates });
  const told = toldTasks(plan.dates, moved);
  for (const part of partsOf(told, MOVED_IN_ONE_EVENT))
    await announce(ScheduleChanged, scheduleFact(state, part));
  const touched = new Set([task.taskId, ...told.map(({ taskId }) => taskId)]);
  const milestones = tasks.flatMap((other) =>
    touched.has(other.taskId) ? (milestoneOf(other, computed.dates, phases) ?? []) : [],
  );
  await followMoved(tx, announce, projectId, milestones);
  return computed;
}

function scheduleFact(state: PlanState, moved: ReturnType<typeof toldTasks>) {
  const { projectId, planVersion, scheduleVersion, start, finish, criticalCount } = state;
  return {
    projectId,
    planVersion,
    scheduleVersion,
    start,
    finish,
    ...(state.baselineFinish === null ? {} : { baselineFinish: state.baselineFinish }),
    ...(state.dataDate === null ? {} : { dataDate: state.dataDate }),
    criticalCount,
    moved: moved.map((task) => ({
      taskId: task.taskId,
      start: task.start.slice(0, 10),
      finish: task.finish.slice(0, 10),
      isCritical: task.isCritical,
      totalFloatMinutes: task.totalFloatMinutes,
    })),
  };
}
