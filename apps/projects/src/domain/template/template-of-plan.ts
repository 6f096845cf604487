import {
  compileCalendar,
  dateFromDay,
  dayFromDate,
  STANDARD_CALENDAR,
  type WorkingCalendar,
} from '@meridian/calendar';
import { CompiledCalendars } from '../plan/calendar-key.js';
import type { StoredTask } from '../plan/stored-plan.js';
import type { AdoptedPlan } from '../plan-export/plan-file-of-plan.js';
import type { Phase } from '../milestone/milestone.js';
import { rolesOf } from './roles.js';
import type { TemplateContent, TemplateGate, TemplateTask } from './template-content.js';
import { offsetOf, workingDaysIn } from './working-day-offset.js';

/** A check of a milestone, as quality tells. */
export interface KnownCheck {
  readonly milestoneId: string;
  readonly title: string;
  readonly isMandatory: boolean;
}

/** A gate, as governance tells. */
export interface KnownGate {
  readonly phaseId: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null;
  readonly milestoneIds: readonly string[];
}

/** A plan with what the other owners have hung on it. */
export interface TemplateSource {
  readonly plan: AdoptedPlan;
  readonly phases: readonly Phase[];
  readonly phaseOfMilestone: ReadonlyMap<string, string | null>;
  readonly checks: readonly KnownCheck[];
  readonly gates: readonly KnownGate[];
  /** Which role stands for whom, by the name in the plan. */
  readonly roles: ReadonlyMap<string, string>;
}

/** What a plan hands on. Progress, baselines, money, levelling and interruptions stay behind: they belong to the project. */
export function templateOfPlan(source: TemplateSource): TemplateContent {
  const { plan } = source;
  const { settings } = plan;
  const calendar = projectCalendar(plan);
  const start = startOf(plan);
  const finish = finishOf(plan, start);
  const keys = keysOf(plan.tasks);
  const after = (moment: string | null) => (moment === null ? null : offsetOf(calendar, start, moment));
  const tasks = plan.tasks.map((task) => taskOf(task, keys, after));
  const used = new Set([settings.calendarKey, ...tasks.map(({ calendarKey }) => calendarKey)]);
  return {
    settings: {
      calendarKey: settings.calendarKey,
      honour: settings.honour,
      multipleCriticalPaths: settings.multipleCriticalPaths,
      criticalFloatMinutes: settings.criticalFloatMinutes,
      ...(settings.lagCalendar === undefined ? {} : { lagCalendar: settings.lagCalendar }),
      ...(settings.outOfSequence === undefined ? {} : { outOfSequence: settings.outOfSequence }),
    },
    calendars: Object.fromEntries(Object.entries(plan.calendars).filter(([key]) => used.has(key))),
    workingDays: Math.max(1, workingDaysIn(calendar, start, dayAfter(finish))),
    tasks,
    links: plan.links.flatMap(({ fromTaskId, toTaskId, kind, lagKind, lagMinutes, lagPercent }) => {
      const [fromKey, toKey] = [keys.get(fromTaskId), keys.get(toTaskId)];
      if (fromKey === undefined || toKey === undefined) return [];
      return [{ fromKey, toKey, kind, lagKind, lagMinutes, lagPercent }];
    }),
    roles: rolesOf(plan.assignments, source.roles).flatMap(({ taskId, ...role }) => {
      const taskKey = keys.get(taskId);
      return taskKey === undefined ? [] : [{ taskKey, ...role }];
    }),
    checks: source.checks.flatMap(({ milestoneId, title, isMandatory }) => {
      const milestoneKey = keys.get(milestoneId);
      return milestoneKey === undefined ? [] : [{ milestoneKey, title, isMandatory }];
    }),
    gates: gatesOf(source, keys, (day) => offsetOf(calendar, start, `${day}T00:00:00`)),
  };
}

/** The calendar in which the days of a plan are counted. */
export function projectCalendar({
  calendars,
  settings,
}: Pick<TemplateContent, 'calendars' | 'settings'>): WorkingCalendar {
  const compiled = new CompiledCalendars(calendars);
  return compiled.at(settings.calendarKey ?? '') ?? compileCalendar(STANDARD_CALENDAR);
}

/** What tasks are known by over projects, by their ids: their GUIDs, else the ids they have here. */
export function keysOf(tasks: readonly StoredTask[]): ReadonlyMap<string, string> {
  const given = new Set<string>();
  return new Map(
    tasks.map(({ taskId, guid }) => {
      const key = guid === null || given.has(guid) ? taskId : guid;
      given.add(key);
      return [taskId, key];
    }),
  );
}

/** The first day that anything of the plan is worked: of a plan scheduled backwards it is computed. */
export function startOf({
  tasks,
  dates,
  settings,
}: Pick<AdoptedPlan, 'tasks' | 'dates' | 'settings'>): string {
  const first = tasks
    .flatMap(({ taskId, isActive, isSummary }) =>
      isActive && !isSummary ? (dates.get(taskId)?.start ?? []) : [],
    )
    .sort()[0];
  const planned = settings.projectFinish === null ? settings.projectStart : first;
  return (planned ?? settings.projectStart).slice(0, 10);
}

function finishOf({ finish }: AdoptedPlan, start: string): string {
  return finish === null || finish.slice(0, 10) < start ? start : finish.slice(0, 10);
}

function taskOf(
  task: StoredTask,
  keys: ReadonlyMap<string, string>,
  after: (moment: string | null) => TemplateTask['deadline'],
): TemplateTask {
  const { wbs, name, isSummary, isMilestone, isActive, durationMinutes, isElapsed, constraintKind } = task;
  const [start, finish] = task.isManual && !isSummary ? [after(task.fileStart), after(task.fileFinish)] : [];
  return {
    key: keys.get(task.taskId)!,
    parentKey: task.parentTaskId === null ? null : (keys.get(task.parentTaskId) ?? null),
    wbs,
    name,
    isSummary,
    isMilestone,
    isActive,
    ...(task.isRecurring ? { isRecurring: true } : {}),
    durationMinutes,
    isElapsed,
    calendarKey: ownCalendar(task.calendarKey),
    constraintKind,
    constraintAt: after(task.constraintAt),
    deadline: after(task.deadline),
    byHand: start && finish ? { start, finish } : null,
    workMinutes: task.workMinutes,
  };
}

/** The calendar of the task itself; those of the people on it stay with them. */
function ownCalendar(key: string | null): string | null {
  if (key === null) return null;
  const [own, people] = key.split('&');
  return people === undefined && key.includes('|') ? null : own!;
}

/** Every phase ends in a gate; what governance says of it counts more than the phase itself. */
function gatesOf(
  { phases, gates, phaseOfMilestone }: TemplateSource,
  keys: ReadonlyMap<string, string>,
  after: (day: string) => TemplateGate['due'],
): TemplateGate[] {
  const known = new Map(gates.map((gate) => [gate.phaseId, gate]));
  return phases.map(({ phaseId, name, order, gateOn }) => {
    const gate = known.get(phaseId);
    const due = gate?.dueOn ?? gateOn;
    return {
      phaseId,
      phaseName: name,
      order,
      name: gate?.name ?? `Gate: ${name}`,
      due: due === undefined ? null : after(due),
      milestoneKeys: (gate?.milestoneIds ?? []).flatMap((id) =>
        phaseOfMilestone.get(id) === phaseId ? [] : (keys.get(id) ?? []),
      ),
    };
  });
}

function dayAfter(date: string): string {
  return dateFromDay(dayFromDate(date) + 1);
}
