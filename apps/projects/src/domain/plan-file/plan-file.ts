import type { PlanAssignment } from './plan-assignment.js';
import type { PlanCalendar } from './plan-calendar.js';
import type { PlanLink } from './plan-link.js';
import type { PlanResource } from './plan-resource.js';
import type { PlanTask, TaskType } from './plan-task.js';

/** Microsoft Project XML, Primavera XER, Primavera XML, and the CSV of the service's README. */
export type PlanFormat = 'mspdi' | 'xer' | 'pmxml' | 'csv';

/** Whose working time the lags of a plan are counted in. */
export type LagCalendar = 'successor' | 'predecessor' | 'project';

/**
 * A project plan as it stands in a file, before any of it is taken over.
 *
 * Moments are the wall-clock times of the plan, `YYYY-MM-DDTHH:MM:SS` without a zone: plan files have none.
 * Durations, work, slack and lag are minutes (working minutes unless said otherwise; they may have a fraction).
 * Money is in minor units of the plan's currency. `null` means that the file does not say.
 */
export interface PlanFile {
  readonly format: PlanFormat;
  readonly header: PlanHeader;
  readonly calendars: readonly PlanCalendar[];
  /** In the order of the file, which is the order of the outline. */
  readonly tasks: readonly PlanTask[];
  readonly links: readonly PlanLink[];
  readonly resources: readonly PlanResource[];
  readonly assignments: readonly PlanAssignment[];
}

/** What the file says about the project as a whole. */
export interface PlanHeader {
  readonly guid: string | null;
  readonly name: string | null;
  readonly title: string | null;
  readonly subject: string | null;
  readonly company: string | null;
  readonly manager: string | null;
  readonly author: string | null;
  /** 9 to 11: Project 2003 and before, 12: 2007, 14: 2010 and after. */
  readonly saveVersion: number | null;
  readonly createdAt: string | null;
  readonly lastSavedAt: string | null;
  readonly start: string | null;
  readonly finish: string | null;
  readonly statusDate: string | null;
  readonly currentDate: string | null;
  /** ISO 4217 code; files of Project 2003 give only a symbol. */
  readonly currency: string | null;
  readonly currencySymbol: string | null;
  /** Digits after the point in all `...Minor` figures of this plan. */
  readonly currencyExponent: number;
  /** False: the plan is scheduled backwards from its finish. */
  readonly scheduleFromStart: boolean;
  readonly minutesPerDay: number;
  readonly minutesPerWeek: number;
  readonly daysPerMonth: number;
  /** Minutes from midnight. */
  readonly defaultStartMinute: number;
  readonly defaultFinishMinute: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekStartsOn: number;
  readonly calendarUid: number | null;
  readonly newTasks: NewTaskSettings;
  readonly honourConstraints: boolean;
  readonly multipleCriticalPaths: boolean;
  /** Tasks with this much slack or less are critical; in days. */
  readonly criticalSlackDays: number;
  /** Microsoft Project counts lags in the successor's time; Primavera lets the project choose. */
  readonly lagCalendar: LagCalendar;
  /** The contract date of the whole: late dates are counted from it. */
  readonly mustFinishBy: string | null;
  readonly progress: ProgressRules;
}

/** What progress does to the dates of what is not done yet. */
export interface ProgressRules {
  /** Nothing undone is planned before the status date (Primavera); false: the rest follows what is done. */
  readonly remainsAfterStatusDate: boolean;
  /** What began before its predecessors allowed: the rest waits for them, or goes on. */
  readonly outOfSequence: 'retained-logic' | 'progress-override';
}

/** What a task gets when someone adds one to this plan. */
export interface NewTaskSettings {
  readonly areManual: boolean;
  readonly areEffortDriven: boolean;
  readonly areEstimated: boolean;
  readonly startOn: 'project-start' | 'current-date';
  readonly type: TaskType;
}
