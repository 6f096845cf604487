import type { RiskInput } from '@meridian/network';
import { Refusal } from '@meridian/refusal';
import type { Hit } from '../raid/raid-entry.js';
import { scheduleOptions, type PlanNetwork } from '../plan/schedule-plan.js';
import type { StoredTask } from '../plan/stored-plan.js';
import { spreadOf, type Estimate } from './estimate.js';
import { riskEvent, type SimulatedRisk } from './risk-events.js';

/** A plan, the estimates of its tasks and the risks of the register that can still strike it. */
export interface UncertainPlan {
  readonly network: PlanNetwork;
  readonly tasks: readonly StoredTask[];
  readonly estimates: readonly Estimate[];
  readonly risks: readonly SimulatedRisk[];
}

/** Tasks that are still to be done, by id. */
export function openTasks(tasks: readonly StoredTask[]): ReadonlyMap<string, StoredTask> {
  return new Map(
    tasks
      .filter((task) => task.isActive && !task.isSummary && task.actualFinish === null)
      .map((task) => [task.taskId, task]),
  );
}

/**
 * What the simulation is given.
 *
 * @throws Refusal `projects/nothing-uncertain` when no task that is open has an estimate and no risk can still strike
 */
export function riskInput({ network, tasks, estimates, risks }: UncertainPlan, seed: number): RiskInput {
  const open = openTasks(tasks);
  const durations = new Map(
    estimates.flatMap((estimate) => {
      const task = open.get(estimate.taskId);
      return task ? [[estimate.taskId, spreadOf(estimate, task)] as const] : [];
    }),
  );
  if (durations.size === 0 && risks.length === 0) {
    throw new Refusal(
      'projects/nothing-uncertain',
      'No task that is still to be done has an estimate, and no open risk of the register delays or costs anything; estimate some tasks first.',
    );
  }
  return {
    network: network.network,
    options: scheduleOptions(network.plan.settings, tasks),
    durations,
    events: risks.map(riskEvent),
    seed,
  };
}

/** Everything that the dates of a simulation follow from, as texts: the same inputs give the same texts. */
export function* inputTexts({ network, tasks, estimates, risks }: UncertainPlan): Generator<string> {
  const { settings, calendars, links } = network.plan;
  yield JSON.stringify([settings, calendars]);
  for (const task of tasks) yield JSON.stringify(scheduled(task));
  for (const { fromTaskId, toTaskId, kind, lagKind, lagMinutes, lagPercent } of links)
    yield JSON.stringify([fromTaskId, toTaskId, kind, lagKind, lagMinutes, lagPercent]);
  for (const { fromTaskId, toTaskId, kind, lagMinutes, at } of network.plan.foreign ?? [])
    yield JSON.stringify(['outside', fromTaskId, toTaskId, kind, lagMinutes, at]);
  const ordered = estimates.toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1));
  for (const { taskId, lowMinutes, likelyMinutes, highMinutes, shape } of ordered)
    yield JSON.stringify([taskId, lowMinutes, likelyMinutes, highMinutes, shape]);
  for (const { entryId, probabilityPercent, costMinor, hits, isOpportunity } of risks) {
    const good = isOpportunity ? ['opportunity'] : [];
    yield JSON.stringify([entryId, probabilityPercent, costMinor.toString(), hits.map(hitText), ...good]);
  }
}

/** A seed for a plan of which nobody said one: the first 31 bits of its fingerprint. */
export function seedOf(fingerprint: string): number {
  return Number.parseInt(fingerprint.slice(0, 8), 16) >>> 1;
}

function hitText({ taskId, lowMinutes, likelyMinutes, highMinutes }: Hit): unknown[] {
  return [taskId, lowMinutes, likelyMinutes, highMinutes];
}

function scheduled(task: StoredTask): Partial<StoredTask> {
  const { taskId, parentTaskId, isSummary, isActive, isManual, isElapsed, durationMinutes, idleMinutes } =
    task;
  const { calendarKey, constraintKind, constraintAt, deadline, actualStart, actualFinish } = task;
  const { remainingMinutes, percentComplete, fileStart, fileFinish } = task;
  return {
    taskId,
    parentTaskId,
    isSummary,
    isActive,
    isManual,
    isElapsed,
    durationMinutes,
    idleMinutes,
    calendarKey,
    constraintKind,
    constraintAt,
    deadline,
    actualStart,
    actualFinish,
    remainingMinutes,
    percentComplete,
    ...(isManual ? { fileStart, fileFinish } : {}),
    ...(task.levelledTo === null ? {} : { levelledTo: task.levelledTo }),
  };
}
