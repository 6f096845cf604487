import type { Call } from '@meridian/bus';
import type { BaselineTask } from '../domain/baseline/baseline.js';
import type { Phase } from '../domain/milestone/milestone.js';
import { announcePlan } from './announce-plan.js';
import { measureAgainst, type BaselineRow } from './baselines.js';
import type { Tx } from './database.js';
import { followPlan } from './milestones.js';
import { baselineFinishOf, remember, saveState, type LoadedPlan } from './plans.js';

export interface NewPromise {
  readonly row: BaselineRow;
  readonly tasks: readonly BaselineTask[];
  readonly phases: readonly Phase[];
}

/** The plan is measured against a new baseline: a new version of it, which the others hear of as of any other. */
export async function adoptBaseline(
  plan: LoadedPlan,
  { row, tasks: promised, phases }: NewPromise,
  call: Pick<Call<Tx>, 'tx' | 'announce' | 'newId' | 'now'>,
): Promise<void> {
  const { tx, announce } = call;
  const { projectId, planVersion } = row;
  await measureAgainst(tx, row);
  const byId = new Map(promised.map((task) => [task.taskId, task]));
  const tasks = plan.tasks.map((task) => {
    const of = byId.get(task.taskId);
    return of ? { ...task, baselineStart: of.start, baselineFinish: of.finish } : task;
  });
  const state = await saveState(tx, projectId, {
    planVersion,
    scheduleVersion: plan.state.scheduleVersion + 1,
    stateId: call.newId(),
    baselineFinish: baselineFinishOf(tasks),
  });
  remember({ ...plan, state, tasks });
  const assignments = await tx.assignment.findMany({
    where: { projectId },
    orderBy: { assignmentId: 'asc' },
  });
  const { name } = await tx.plan.findUniqueOrThrow({ where: { projectId }, select: { name: true } });
  await announcePlan(announce, {
    projectId,
    planVersion,
    name,
    tasks,
    source: `Baseline ${row.number}: ${row.name}`,
    statusDate: state.dataDate,
    resourceCount: new Set(assignments.map(({ resourceName }) => resourceName)).size,
    computed: { dates: plan.dates, ...dayOf(state) },
    assignments: assignments.map((one) => ({ ...one, unitsPercent: Number(one.unitsPercent) })),
    links: plan.network.plan.links,
  });
  const { dataDate } = state;
  await followPlan(call, { projectId, planVersion, dataDate, phases, tasks, dates: plan.dates });
}

function dayOf({ start, finish, criticalCount }: LoadedPlan['state']) {
  return { start, finish, criticalCount };
}
