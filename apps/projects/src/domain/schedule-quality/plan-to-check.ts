import { compileCalendar, momentFromIso, STANDARD_CALENDAR } from '@meridian/calendar';
import type { Moment, WorkingCalendar } from '@meridian/calendar';
import type { CheckedLink, CheckedTask, PlanToCheck } from '@meridian/network';
import { CompiledCalendars } from '../plan/calendar-key.js';
import { scheduleOptions, type PlanNetwork } from '../plan/schedule-plan.js';
import type { StoredLink, StoredTask, TaskDates } from '../plan/stored-plan.js';

/** A computed plan and what else the checks ask about it. */
export interface PlanToJudge {
  readonly network: PlanNetwork;
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
  /** Tasks that somebody is assigned to. */
  readonly assigned: ReadonlySet<string>;
  /** `YYYY-MM-DD`; the evening of this day is the status date, unless the rules of the schedule name one. */
  readonly dataDate: string | null;
  /** When the risk of the schedule was last simulated; null for never. */
  readonly riskAnalysedAt: Moment | null;
}

/** A plan as the checks of DCMA and GAO ask for it: inactive tasks left out. */
export function planToCheck(judged: PlanToJudge): PlanToCheck {
  const { network, tasks, dataDate, riskAnalysedAt } = judged;
  const { settings, calendars, links } = network.plan;
  const calendar =
    new CompiledCalendars(calendars).at(settings.calendarKey ?? '') ?? compileCalendar(STANDARD_CALENDAR);
  const active = tasks.filter(({ isActive }) => isActive);
  const byId = new Map(active.map((task) => [task.taskId, task]));
  const options = scheduleOptions(settings, tasks);
  const evening = dataDate === null ? null : momentFromIso(`${dataDate}T24:00:00`);
  return {
    tasks: active.map((task) => checkedTask(task, judged, calendar)),
    links: openLinks(links, byId).map((link) => checkedLink(link, byId)),
    statusDate: options.statusDate ?? evening,
    calendar,
    network: { compiled: network.network, options },
    riskAnalysedAt,
  };
}

/** Links between active tasks, in the order in which the checks number them. */
export function openLinks(
  links: readonly StoredLink[],
  active: { readonly has: (taskId: string) => boolean },
): StoredLink[] {
  return links.filter(({ fromTaskId, toTaskId }) => active.has(fromTaskId) && active.has(toTaskId));
}

function checkedTask(
  task: StoredTask,
  { dates, assigned }: PlanToJudge,
  calendar: WorkingCalendar,
): CheckedTask {
  const computed = dates.get(task.taskId);
  if (!computed) throw new Error(`"${task.name}" has no computed dates.`);
  const baselineStart = momentOf(task.baselineStart);
  const baselineFinish = momentOf(task.baselineFinish);
  const hasBaseline = baselineStart !== null && baselineFinish !== null;
  return {
    id: task.taskId,
    name: task.name,
    parentId: task.parentTaskId,
    isSummary: task.isSummary,
    isMilestone: task.isMilestone,
    start: momentFromIso(computed.start),
    finish: momentFromIso(computed.finish),
    actualStart: momentOf(task.actualStart),
    actualFinish: momentOf(task.actualFinish),
    baselineStart,
    baselineFinish,
    durationMinutes: task.durationMinutes,
    baselineDurationMinutes: hasBaseline
      ? calendar.workBefore(baselineFinish) - calendar.workBefore(baselineStart)
      : null,
    totalFloatMinutes: computed.totalFloatMinutes,
    isCritical: computed.isCritical,
    constraint: task.constraintKind,
    hasResourcesOrCost: assigned.has(task.taskId) || (task.budgetMinor !== null && task.budgetMinor !== 0n),
  };
}

/** A lag in percent counts with its share of the predecessor's duration. */
function checkedLink(link: StoredLink, byId: ReadonlyMap<string, StoredTask>): CheckedLink {
  const { fromTaskId: from, toTaskId: to, kind, lagMinutes, lagPercent } = link;
  const duration = byId.get(from)?.durationMinutes ?? 0;
  return {
    from,
    to,
    kind,
    lagMinutes: lagPercent === null ? lagMinutes : Math.round((duration * lagPercent) / 100),
  };
}

function momentOf(text: string | null): Moment | null {
  return text === null ? null : momentFromIso(text);
}
