import type { CompiledNetwork } from '../compiled-network.js';
import { LiveSchedule } from '../live-schedule.js';
import type { ScheduleOptions } from '../schedule-options.js';
import { figureOf } from './figure.js';
import type { Figure } from './figure.js';
import type { PlanFacts } from './plan-facts.js';

const PROBE_DAYS = 600;

/**
 * Point 12: when a critical task takes 600 working days longer, the project must finish 600 days later, or something else
 * than logic holds the finish. Probed is the critical path that finishes last, at its first task that has not begun.
 */
export function criticalPathTest(facts: PlanFacts): Figure {
  const probe = facts.plan.network && probed(facts, facts.plan.network.compiled, facts.plan.network.options);
  return figureOf({
    name: 'Critical path test',
    definition: `How many working days later the project finishes when a critical task takes ${PROBE_DAYS} days longer.`,
    count: probe?.moved ?? 0,
    among: PROBE_DAYS,
    value: probe ? probe.moved / PROBE_DAYS : null,
    threshold: { atLeast: 1 },
    taskIds: probe ? [probe.taskId] : [],
  });
}

function probed(
  facts: PlanFacts,
  network: CompiledNetwork,
  options: ScheduleOptions,
): { taskId: string; moved: number } | undefined {
  if (!LiveSchedule.canFollow(network, options)) return undefined;
  const live = new LiveSchedule(network, options);
  const path = live.schedule.criticalPaths()[0] ?? [];
  const taskId = path.find((id) => facts.byId.get(id)?.actualStart == null);
  if (taskId === undefined) return undefined;
  const position = network.positionOf[network.indexOf.get(taskId)!]!;
  const { durationMinutes } = network.activities[network.activityAt[position]!]!;
  const { finish } = live.schedule.at(taskId);
  const before = live.schedule.projectFinish;
  // The finish of the task itself must move so far, whatever calendar it is worked in.
  const { calendar: project } = facts.plan;
  const minutes = facts.minutes(PROBE_DAYS);
  const target = project ? project.finishAt(project.workBefore(finish) + minutes) : finish + minutes;
  const own = network.calendars[network.calendar[position]!];
  const longer = own ? own.workBefore(target) - own.workBefore(finish) : target - finish;
  live.change(taskId, { durationMinutes: durationMinutes + longer });
  return { taskId, moved: facts.daysBetween(before, live.schedule.projectFinish) };
}
