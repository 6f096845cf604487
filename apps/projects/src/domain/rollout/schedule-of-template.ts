import { assignmentsOfFile } from '../plan/assignment-of-file.js';
import { planOfFile } from '../plan/plan-of-file.js';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { RoleDemand } from './shared-roles.js';

/** The days that a plan from a template would have; `YYYY-MM-DD`. */
export interface TemplateSchedule {
  readonly start: string;
  readonly finish: string;
  readonly demands: readonly Omit<RoleDemand, 'site'>[];
}

/** Schedules a plan that nobody has adopted. */
export function scheduleOfTemplate(file: PlanFile): TemplateSchedule {
  let made = 0;
  const plan = planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    newId: () => String(++made),
    takesMoney: true,
    fallbackStart: file.header.start ?? '',
  });
  const { dates, start, finish } = schedulePlan(planNetwork(plan), plan.tasks);
  const demands = assignmentsOfFile(file).flatMap(({ taskUid, resourceName, resourceKind, unitsPercent }) => {
    const days = dates.get(plan.taskIdByUid.get(taskUid) ?? '');
    if (resourceKind !== 'work' || days === undefined) return [];
    const [from, to] = [days.start.slice(0, 10), days.finish.slice(0, 10)];
    return [{ role: resourceName, start: from, finish: to, unitsPercent }];
  });
  return { start: start.slice(0, 10), finish: finish.slice(0, 10), demands };
}
