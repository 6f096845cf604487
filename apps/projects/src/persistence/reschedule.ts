import type { Call } from '@meridian/bus';
import { ScheduleChanged } from '@meridian/contracts-projects';
import { milestoneOf } from '../domain/milestone/planned-milestone.js';
import type { Phase } from '../domain/milestone/milestone.js';
import { movedTasks, toldTasks, type MovedTask } from '../domain/plan/moved-tasks.js';
import { partsOf } from '../domain/plan/plan-parts.js';
import type { ComputedSchedule, PlanNetwork } from '../domain/plan/schedule-plan.js';
import type { StoredTask } from '../domain/plan/stored-plan.js';
import { movedBy } from '../domain/why/moved-by.js';
import type { Tx } from './database.js';
import { followForecasts } from './dependencies.js';
import { lockProjects, settledWith, type Settlement } from './linked-plans.js';
import { followMoved } from './milestones.js';
import { remember, saveDates, saveState, type LoadedPlan, type PlanState } from './plans.js';
import { phasesOf } from './projects.js';

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

type Telling = Pick<Call<Tx>, 'tx' | 'announce' | 'newId' | 'now'>;

/**
 * Computes a changed plan again, and the plans of other projects that wait for it; writes and announces what moved, and nothing
 * else.
 *
 * @throws Refusal `projects/links-do-not-settle`
 */
export async function reschedule(
  plan: LoadedPlan,
  change: PlanChange,
  call: Telling,
): Promise<ComputedSchedule> {
  const { projectId } = plan.state;
  const { network, tasks } = change;
  const settlement = await settledWith(call.tx, { projectId, network, tasks });
  const { own } = settlement;
  await record(plan, { ...change, network: own.network }, own.computed, call);
  await recordFollowers(projectId, settlement, call);
  return own.computed;
}

/** Writes and announces the plans of other projects that had to follow one that changed. */
export async function recordFollowers(
  changedId: string,
  { loaded, settled }: Omit<Settlement, 'own'>,
  call: Telling,
): Promise<void> {
  const ids = [...settled.keys()].filter((projectId) => loaded.has(projectId));
  if (ids.length === 0) return;
  await lockProjects(call.tx, ids);
  const rows = await call.tx.project.findMany({ where: { projectId: { in: [...ids, changedId] } } });
  const projects = new Map(rows.map((row) => [row.projectId, row]));
  const isHidden = projects.get(changedId)?.isConfidential === true;
  const occasion = {
    kind: 'linked-project',
    ...(isHidden ? {} : { projectId: changedId }),
    sentence: 'A date moved that the plan waits for in another project.',
  };
  for (const projectId of ids) {
    const plan = loaded.get(projectId)!;
    const { network, computed } = settled.get(projectId)!;
    const { dataDate } = plan.state;
    const phases = phasesOf(projects.get(projectId)!);
    const change = { network, tasks: plan.tasks, dataDate, occasion, changedIds: [], phases };
    await record(plan, change, computed, call);
  }
}

async function record(
  plan: LoadedPlan,
  change: PlanChange,
  computed: ComputedSchedule,
  call: Telling,
): Promise<void> {
  const { tx, announce, newId } = call;
  const { projectId } = plan.state;
  const { network, tasks, dataDate } = change;
  const moved = movedTasks(plan.dates, computed.dates);
  await saveDates(tx, projectId, moved);
  const state = await saveState(tx, projectId, {
    scheduleVersion: plan.state.scheduleVersion + 1,
    stateId: newId(),
    clashes: [...computed.clashes],
    start: computed.start.slice(0, 10),
    finish: computed.finish.slice(0, 10),
    criticalCount: computed.criticalCount,
    dataDate,
  });
  remember({ state, network, tasks, dates: computed.dates });
  const told = toldTasks(plan.dates, moved);
  const hidden = await hiddenGivers(tx, network);
  const parts = told.length === 0 && change.isToldAnyway ? [[]] : partsOf(told, MOVED_IN_ONE_EVENT);
  for (const part of parts) {
    const facts = part.map((task) => movedFact(task, computed, { network, hidden }));
    await announce(ScheduleChanged, { ...scheduleFact(state), moved: facts, ...whatMoved(change) });
  }
  const touched = new Set([...change.changedIds, ...told.map(({ taskId }) => taskId)]);
  const milestones = tasks.flatMap((other) =>
    touched.has(other.taskId) ? (milestoneOf(other, computed.dates, change.phases) ?? []) : [],
  );
  await followMoved(call, { projectId, dataDate, planned: milestones });
  if (told.length > 0) await followForecasts(call, projectId, { tasks, dates: computed.dates });
}

/** The confidential ones among the projects that a plan waits for: events do not name them. */
async function hiddenGivers(tx: Tx, { plan }: PlanNetwork): Promise<ReadonlySet<string>> {
  const givers = [...new Set((plan.foreign ?? []).map(({ fromProjectId }) => fromProjectId))];
  if (givers.length === 0) return new Set();
  const rows = await tx.project.findMany({
    where: { projectId: { in: givers }, isConfidential: true },
    select: { projectId: true },
  });
  return new Set(rows.map(({ projectId }) => projectId));
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

interface Given {
  readonly network: PlanNetwork;
  readonly hidden: ReadonlySet<string>;
}

function movedFact(task: MovedTask, { schedule }: ComputedSchedule, { network, hidden }: Given) {
  const { driver } = schedule.at(task.taskId);
  return {
    taskId: task.taskId,
    start: task.start.slice(0, 10),
    finish: task.finish.slice(0, 10),
    isCritical: task.isCritical,
    totalFloatMinutes: task.totalFloatMinutes,
    ...(driver === undefined ? {} : { driver: { ...movedBy(driver, network.names), ...giverOf() } }),
  };

  function giverOf() {
    if (driver?.kind !== 'outside') return {};
    const link = network.outside.get(task.taskId)?.[driver.end]?.link;
    if (link === undefined || hidden.has(link.fromProjectId)) return {};
    return { taskId: link.fromTaskId, projectId: link.fromProjectId };
  }
}
