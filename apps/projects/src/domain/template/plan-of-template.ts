import type { CalendarDefinition } from '@meridian/calendar';
import type { PlanSettings, StoredTask } from '../plan/stored-plan.js';
import { planFileOfPlan } from '../plan-export/plan-file-of-plan.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { Phase } from '../milestone/milestone.js';
import type { TemplateContent, TemplateTask } from './template-content.js';
import { projectCalendar } from './template-of-plan.js';
import { dayAt, momentAt, workingDayAt } from './working-day-offset.js';

/** What a project makes of a template. */
export interface TemplateUse {
  readonly name: string;
  readonly manager: string | null;
  readonly currency: string;
  /** `YYYY-MM-DD`: the first day, or the last one, from which the plan is then scheduled backwards. */
  readonly from: { readonly start: string } | { readonly finish: string };
  /** In the place of the project calendar of the template. */
  readonly calendar: CalendarDefinition | null;
}

export interface PlanOfTemplate {
  readonly file: PlanFile;
  readonly phases: readonly Phase[];
  /** The content as this project uses it: in its own calendar. */
  readonly content: TemplateContent;
}

/**
 * The plan of a new project, as a plan file would bring it: its offsets are days again, its tasks have the keys of the
 * template as GUIDs. Dates are left to the network.
 */
export function planOfTemplate(template: TemplateContent, use: TemplateUse): PlanOfTemplate {
  const content = inCalendar(template, use.calendar);
  const calendar = projectCalendar(content);
  const start =
    'start' in use.from
      ? use.from.start
      : workingDayAt(calendar, use.from.finish, -Math.max(0, content.workingDays - 1));
  const settings: PlanSettings = {
    ...content.settings,
    projectStart: momentAt(calendar, start, { workingDays: 0, minutes: 0 }),
    projectFinish: 'finish' in use.from ? `${use.from.finish}T23:59:00` : null,
  };
  const file = planFileOfPlan({
    fileGuid: null,
    name: use.name,
    manager: use.manager,
    currency: use.currency,
    statusDate: null,
    finish: null,
    settings,
    calendars: content.calendars,
    tasks: content.tasks.map((task, position) =>
      storedTask(task, position, (offset) => (offset === null ? null : momentAt(calendar, start, offset))),
    ),
    links: content.links.map(({ fromKey, toKey, ...link }) => ({
      fromTaskId: fromKey,
      toTaskId: toKey,
      ...link,
    })),
    dates: new Map(),
    assignments: content.roles.map(({ taskKey, role, kind, unitsPercent, workMinutes }) => ({
      taskId: taskKey,
      resourceName: role,
      resourceKey: null,
      resourceKind: kind,
      unitsPercent,
      workMinutes,
    })),
  });
  const phases = content.gates.map(({ phaseId, phaseName, order, due }) => ({
    phaseId,
    name: phaseName,
    order,
    ...(due === null ? {} : { gateOn: dayAt(calendar, start, due) }),
  }));
  return { file, phases, content };
}

const OWN_CALENDAR = 'own';

function inCalendar(content: TemplateContent, calendar: CalendarDefinition | null): TemplateContent {
  if (calendar === null) return content;
  return {
    ...content,
    settings: { ...content.settings, calendarKey: OWN_CALENDAR },
    calendars: { ...content.calendars, [OWN_CALENDAR]: calendar },
  };
}

function storedTask(
  task: TemplateTask,
  position: number,
  at: (offset: TemplateTask['deadline']) => string | null,
): StoredTask {
  const { key, parentKey, constraintAt, deadline, byHand, ...facts } = task;
  return {
    ...facts,
    taskId: key,
    guid: key,
    version: 0,
    uid: position + 1,
    position,
    parentTaskId: parentKey,
    isManual: byHand !== null,
    isRecurring: task.isRecurring ?? false,
    idleMinutes: 0,
    pauses: [],
    constraintAt: at(constraintAt),
    deadline: at(deadline),
    fileStart: at(byHand?.start ?? null),
    fileFinish: at(byHand?.finish ?? null),
    baselineStart: null,
    baselineFinish: null,
    budgetMinor: null,
    percentComplete: 0,
    actualStart: null,
    actualFinish: null,
    remainingMinutes: null,
    levelledTo: null,
    changedInPlan: 0,
  };
}
