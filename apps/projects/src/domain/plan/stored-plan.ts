import type { CalendarDefinition } from '@meridian/calendar';
import type { ConstraintKind, LinkKind } from '@meridian/network';
import type { ForeignLink } from '../links/foreign-link.js';

/**
 * A task of an adopted plan, as the service keeps it. Moments are the plan's wall-clock times (`YYYY-MM-DDTHH:MM:SS`),
 * durations working minutes (clock minutes when `isElapsed`), money minor units of the project's currency.
 */
export interface StoredTask {
  readonly taskId: string;
  readonly version: number;
  readonly uid: number;
  readonly guid: string | null;
  readonly position: number;
  readonly parentTaskId: string | null;
  readonly wbs: string;
  readonly name: string;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  /** Inactive tasks are kept but neither scheduled nor paid for. */
  readonly isActive: boolean;
  readonly isManual: boolean;
  /** A task that repeats, or one of its occurrences. */
  readonly isRecurring: boolean;
  readonly durationMinutes: number;
  /** Working minutes between start and finish in which the task is interrupted; not part of the duration. */
  readonly idleMinutes: number;
  /** Where in the task these are, as far as its file said. */
  readonly pauses: readonly Pause[];
  readonly isElapsed: boolean;
  /** See `calendarKey`; null for the calendar of the project. */
  readonly calendarKey: string | null;
  readonly constraintKind: ConstraintKind | null;
  readonly constraintAt: string | null;
  readonly deadline: string | null;
  readonly fileStart: string | null;
  readonly fileFinish: string | null;
  readonly baselineStart: string | null;
  readonly baselineFinish: string | null;
  readonly budgetMinor: bigint | null;
  readonly workMinutes: number;
  readonly percentComplete: number;
  readonly actualStart: string | null;
  readonly actualFinish: string | null;
  /** Interruptions still to come are part of it. */
  readonly remainingMinutes: number | null;
  /** `YYYY-MM-DD`: levelling puts its start not before this day. */
  readonly levelledTo: string | null;
  /** The version of the plan in which its work, its people or its dates by hand last were others than before. */
  readonly changedInPlan: number;
}

/** A stretch in which nobody works on a task: working minutes from its start, earlier pauses counted in, and how many it takes. */
export interface Pause {
  readonly afterMinutes: number;
  readonly minutes: number;
}

export interface StoredLink {
  readonly fromTaskId: string;
  readonly toTaskId: string;
  readonly kind: LinkKind;
  readonly lagKind: 'working' | 'elapsed' | 'percent' | 'elapsed-percent';
  readonly lagMinutes: number;
  readonly lagPercent: number | null;
}

/** How the plan wants to be scheduled; from its file. */
export interface PlanSettings {
  readonly projectStart: string;
  /** Set when the plan is scheduled backwards from its finish. */
  readonly projectFinish: string | null;
  readonly calendarKey: string | null;
  readonly honour: 'constraint' | 'link';
  readonly multipleCriticalPaths: boolean;
  readonly criticalFloatMinutes: number;
  /** Whose working time lags are counted in; the successor's when absent. */
  readonly lagCalendar?: 'predecessor' | 'project';
  /** Contract date of the whole. */
  readonly mustFinishBy?: string;
  /** Set when nothing undone may be planned before it. */
  readonly statusDate?: string;
  readonly outOfSequence?: 'progress-override';
}

export interface StoredPlan {
  readonly settings: PlanSettings;
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  readonly tasks: readonly StoredTask[];
  readonly links: readonly StoredLink[];
  /** What it waits for in other projects. */
  readonly foreign?: readonly ForeignLink[];
}

/** What the network says about a task. */
export interface TaskDates {
  readonly start: string;
  readonly finish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalFloatMinutes: number;
  readonly freeFloatMinutes: number;
  readonly isCritical: boolean;
  /** What drove the start, as a sentence; summaries have none. */
  readonly why: string | null;
}
