import type { CustomValue } from './custom-fields.js';
import type { PlanBaseline } from './plan-baseline.js';
import type { TimePhased } from './time-phased.js';

/** What stays when work, units or duration of a task change; the last one is Primavera's. */
export type TaskType = 'fixed-units' | 'fixed-duration' | 'fixed-work' | 'fixed-duration-and-units';

/**
 * Must start or finish on: whatever the links say. Start on, finish on (Primavera): wanted, but a link may move it later.
 * No later than: whether it pulls a task to the left is up to `PlanHeader.honourConstraints`.
 */
export type ConstraintType =
  | 'as-soon-as-possible'
  | 'as-late-as-possible'
  | 'must-start-on'
  | 'must-finish-on'
  | 'start-no-earlier-than'
  | 'start-no-later-than'
  | 'finish-no-earlier-than'
  | 'finish-no-later-than'
  | 'start-on'
  | 'finish-on';

/** Primavera's kinds of activity: some are placed by their people's calendars, some have no work, some span others. */
export type ActivityKind =
  | 'task-dependent'
  | 'resource-dependent'
  | 'start-milestone'
  | 'finish-milestone'
  | 'level-of-effort'
  | 'wbs-summary';

/** What the percentage of a task is a share of. */
export type PercentKind = 'duration' | 'units' | 'physical';

export type CostAccrual = 'start' | 'end' | 'prorated';

/** How a duration is shown, and whether it runs through nights and weekends. */
export interface DurationStyle {
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'percent' | null;
  /** Clock time instead of working time: one elapsed day is 1440 minutes. */
  readonly elapsed: boolean;
  readonly estimated: boolean;
}

/** One line of the plan: a task, a summary, a milestone. Moments, minutes and money as in `PlanFile`. */
export interface PlanTask {
  /** Identity within the file and its later versions. */
  readonly uid: number;
  readonly guid: string | null;
  /** Row number; changes when rows are moved. */
  readonly id: number | null;
  readonly name: string;
  readonly outlineLevel: number;
  readonly outlineNumber: string | null;
  readonly wbs: string | null;
  /** What people call the task by, where that is not its place in the outline: Primavera's activity id. */
  readonly code: string | null;
  /** Null in formats that know only tasks and milestones. */
  readonly activityKind: ActivityKind | null;
  /** The summary above; null at the top level, whose parent is the project itself. */
  readonly parentUid: number | null;
  /** The line that stands for the whole project (UID 0). */
  readonly isProjectSummary: boolean;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly isActive: boolean;
  readonly isManual: boolean;
  readonly isRecurring: boolean;
  readonly isEffortDriven: boolean;
  /** As the writing program computed it. */
  readonly isCritical: boolean | null;
  readonly type: TaskType;
  readonly priority: number;
  readonly start: string | null;
  readonly finish: string | null;
  /** Working minutes, or clock minutes when `durationStyle.elapsed`. */
  readonly durationMinutes: number | null;
  readonly durationStyle: DurationStyle;
  /** What was typed instead of a date or duration into a manually scheduled task. */
  readonly typed: {
    readonly start: string | null;
    readonly finish: string | null;
    readonly duration: string | null;
  };
  readonly actual: TaskActuals;
  readonly computed: TaskComputed;
  readonly constraint: { readonly type: ConstraintType; readonly date: string | null };
  readonly deadline: string | null;
  /** The task's own calendar; null: the project calendar. */
  readonly calendarUid: number | null;
  readonly ignoresResourceCalendars: boolean;
  readonly cost: TaskCost;
  readonly work: TaskWork;
  readonly notes: string | null;
  readonly hyperlink: Hyperlink | null;
  readonly customFields: readonly CustomValue[];
  readonly baselines: readonly PlanBaseline[];
  readonly timePhased: readonly TimePhased[];
}

export interface TaskActuals {
  readonly start: string | null;
  readonly finish: string | null;
  readonly durationMinutes: number | null;
  readonly remainingDurationMinutes: number | null;
  readonly percentComplete: number | null;
  readonly percentWorkComplete: number | null;
  readonly physicalPercentComplete: number | null;
  /** Which of the three people mean when they say how far the task is. */
  readonly percentKind: PercentKind;
  /** Where recorded progress ends and where the rest begins: a gap between them is a split. */
  readonly stop: string | null;
  readonly resume: string | null;
}

/** What the writing program's own scheduling gave; a judge for ours, never input to it. */
export interface TaskComputed {
  readonly earlyStart: string | null;
  readonly earlyFinish: string | null;
  readonly lateStart: string | null;
  readonly lateFinish: string | null;
  readonly totalSlackMinutes: number | null;
  readonly freeSlackMinutes: number | null;
}

export interface TaskCost {
  readonly totalMinor: bigint | null;
  readonly actualMinor: bigint | null;
  readonly remainingMinor: bigint | null;
  readonly fixedMinor: bigint | null;
  readonly fixedAccrual: CostAccrual | null;
}

export interface TaskWork {
  readonly totalMinutes: number | null;
  readonly actualMinutes: number | null;
  readonly remainingMinutes: number | null;
  readonly overtimeMinutes: number | null;
}

export interface Hyperlink {
  readonly text: string | null;
  readonly address: string;
  readonly place: string | null;
}
