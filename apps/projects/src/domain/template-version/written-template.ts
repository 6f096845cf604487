import { STANDARD_CALENDAR } from '@meridian/calendar';
import { assignmentsOfFile } from '../plan/assignment-of-file.js';
import { planOfFile } from '../plan/plan-of-file.js';
import { planNetwork, schedulePlan } from '../plan/schedule-plan.js';
import { planOfTemplate } from '../template/plan-of-template.js';
import type { TemplateContent, TemplateTask } from '../template/template-content.js';
import { keysOf, templateOfPlan } from '../template/template-of-plan.js';
import { momentAt } from '../template/working-day-offset.js';
import { projectCalendar } from '../template/template-of-plan.js';
import type { LineKey } from './offered-lines.js';
import { takeLines, type PlanHere } from './take-lines.js';

/** The first day of every project that a test makes. */
export const START = '2026-03-02';

/** A task as a test says it; its key is its name. */
export interface SaidTask {
  readonly key: string;
  readonly name?: string;
  readonly days?: number;
  readonly after?: readonly string[];
  readonly roles?: readonly string[];
  readonly under?: string;
  readonly isSummary?: boolean;
  /** Working days after the start that it is to be over by. */
  readonly dueAfter?: number;
}

/** A template with these tasks, in the standard calendar. */
export function writtenTemplate(
  tasks: readonly SaidTask[],
  more: Partial<TemplateContent> = {},
): TemplateContent {
  return {
    settings: {
      calendarKey: 'own',
      honour: 'constraint',
      multipleCriticalPaths: false,
      criticalFloatMinutes: 0,
    },
    calendars: { own: STANDARD_CALENDAR },
    workingDays: 1,
    tasks: tasks.map((task, at) => templateTask(task, at)),
    links: tasks.flatMap(({ key, after = [] }) =>
      after.map((fromKey) => ({
        fromKey,
        toKey: key,
        kind: 'FS' as const,
        lagKind: 'working' as const,
        lagMinutes: 0,
        lagPercent: null,
      })),
    ),
    roles: tasks.flatMap(({ key, roles = [] }) =>
      roles.map((role) => ({ taskKey: key, role, kind: 'work', unitsPercent: 100, workMinutes: 480 })),
    ),
    checks: [],
    gates: [],
    ...more,
  };
}

function templateTask(
  { key, name = key, days = 1, under, isSummary = false, dueAfter }: SaidTask,
  at: number,
): TemplateTask {
  return {
    key,
    parentKey: under ?? null,
    wbs: String(at + 1),
    name,
    isSummary,
    isMilestone: days === 0 && !isSummary,
    isActive: true,
    durationMinutes: isSummary ? 0 : days * 480,
    isElapsed: false,
    calendarKey: null,
    constraintKind: 'ASAP',
    constraintAt: null,
    deadline: dueAfter === undefined ? null : { workingDays: dueAfter, minutes: null },
    byHand: null,
    workMinutes: 0,
  };
}

/** The plan of a project that began from a template, its tasks known by their keys. */
export function planFrom(template: TemplateContent): PlanHere {
  const { file } = planOfTemplate(template, {
    name: 'Site',
    manager: null,
    currency: 'EUR',
    from: { start: START },
    calendar: null,
  });
  let made = 0;
  const plan = planOfFile(file, {
    planVersion: 1,
    earlier: [],
    isSameLineage: false,
    newId: () => `task-${++made}`,
    takesMoney: true,
    fallbackStart: `${START}T08:00:00`,
  });
  const assignments = assignmentsOfFile(file).map(({ taskUid, ...one }) => ({
    ...one,
    taskId: plan.taskIdByUid.get(taskUid)!,
  }));
  return { tasks: plan.tasks, links: plan.links, calendars: plan.calendars, assignments };
}

/** The plan as a template again, scheduled. */
export function templateFrom(plan: PlanHere, { settings }: TemplateContent): TemplateContent {
  const stored = {
    ...plan,
    settings: { ...settings, calendarKey: Object.keys(plan.calendars)[0]!, ...SCHEDULED },
  };
  const { dates, finish } = schedulePlan(planNetwork(stored), plan.tasks);
  return templateOfPlan({
    plan: {
      ...stored,
      fileGuid: null,
      name: 'Site',
      manager: null,
      currency: 'EUR',
      statusDate: null,
      finish,
      dates,
    },
    phases: [],
    phaseOfMilestone: new Map(),
    checks: [],
    gates: [],
    roles: new Map(),
  });
}

const SCHEDULED = { projectStart: `${START}T08:00:00`, projectFinish: null };

/** The plan after it took lines of a later version. */
export function taking(
  plan: PlanHere,
  { base, later, chosen }: { base: TemplateContent; later: TemplateContent; chosen: readonly LineKey[] },
) {
  let made = 0;
  const calendar = projectCalendar(later);
  return takeLines(plan, {
    base,
    later,
    chosen,
    keys: keysOf(plan.tasks),
    planVersion: 2,
    newId: () => `new-${++made}`,
    at: (offset) => momentAt(calendar, START, offset),
  });
}
