import type { Call } from '@meridian/bus';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { milestoneOf } from '../domain/milestone/planned-milestone.js';
import type { Phase } from '../domain/milestone/milestone.js';
import { movedTasks, toldTasks, type MovedTask } from '../domain/plan/moved-tasks.js';
import { partsOf } from '../domain/plan/plan-parts.js';
import { schedulePlan, type ComputedSchedule, type PlanNetwork } from '../domain/plan/schedule-plan.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import { movedBy } from '../domain/why/moved-by.js';
import type { Tx } from './database.js';
import { followMoved } from './milestones.js';
import { remember, saveDates, saveState, type LoadedPlan, type PlanState } from './plans.js';

const MOVED_IN_ONE_EVENT = 500;

/** What of a plan is other than before. */
export interface PlanChange {
  readonly network: PlanNetwork;
  readonly tasks: readonly StoredTask[];
  readonly dataDate: string | null;
  /** Told with everything that moved: one of the two. */
  readonly cause?: ScheduleChanged['cause'];
  readonly occasion?: ScheduleChanged['occasion'];
  /** Tasks that were changed themselves: their milestones are looked at even when no date moves. */
  readonly changedIds: readonly string[];
  readonly phases: readonly Phase[];
  /** Others hear of the change even when no date moves. */
  readonly isToldAnyway?: boolean;
}

/** Computes a changed plan again; writes and announces what moved, and nothing else. */
export async function reschedule(
  plan: LoadedPlan,
  change: PlanChange,
  call: Pick<Call<Tx>, 'tx' | 'announce' | 'newId' | 'now'>,
): Promise<ComputedSchedule> {
  const { tx, announce } = call;
  const { projectId } = plan.state;
  const { network, tasks, dataDate } = change;
  const computed = schedulePlan(network, tasks);
  const moved = movedTasks(plan.dates, computed.dates);
  await saveDates(tx, projectId, moved);
  const state = await saveState(tx, projectId, {
    scheduleVersion: plan.state.scheduleVersion + 1,
    stateId: call.newId(),
    clashes: [...computed.clashes],
    start: computed.start.slice(0, 10),
    finish: computed.finish.slice(0, 10),
    criticalCount: computed.criticalCount,
    dataDate,
  });
  remember({ state, network, tasks, dates: computed.dates });
  const told = toldTasks(plan.dates, moved);
  const parts = told.length === 0 && change.isToldAnyway ? [[]] : partsOf(told, MOVED_IN_ONE_EVENT);
  for (const part of parts) {
    const facts = part.map((task) => movedFact(task, computed, network));
    await announce(ScheduleChanged, { ...scheduleFact(state), moved: facts, ...whatMoved(change) });
  }
  const touched = new Set([...change.changedIds, ...told.map(({ taskId }) => taskId)]);
  const milestones = tasks.flatMap((other) =>
    touched.has(other.taskId) ? (milestoneOf(other, computed.dates, change.phases) ?? []) : [],
  );
  await followMoved(call, { projectId, dataDate, planned: milestones });
  return computed;
}

function whatMoved({ cause, occasion }: PlanChange) {
  return { ...(cause === undefined ? {} : { cause }), ...(occasion === undefined ? {} : { occasion }) };
}

function scheduleFact(state: PlanState) {
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
  };
}

function movedFact(task: MovedTask, { schedule }: ComputedSchedule, { names }: PlanNetwork) {
  const { driver } = schedule.at(task.taskId);
  return {
    taskId: task.taskId,
    start: task.start.slice(0, 10),
    finish: task.finish.slice(0, 10),
    isCritical: task.isCritical,
    totalFloatMinutes: task.totalFloatMinutes,
    ...(driver === undefined ? {} : { driver: movedBy(driver, names) }),
  };
}
