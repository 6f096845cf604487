import type { Moment, WorkingCalendar } from '@meridian/calendar';
import type { ConstraintKind, LinkKind } from '../activity-network.js';
import type { CompiledNetwork } from '../compiled-network.js';
import type { ScheduleOptions } from '../schedule-options.js';

/** A task as its schedule is judged. Inactive and cancelled tasks are left out by the caller. */
export interface CheckedTask {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string | null;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  /** Level of effort: support that lasts as long as the work it supports. */
  readonly isLevelOfEffort?: boolean;
  /** Actual dates where there are any, else forecast ones. */
  readonly start: Moment;
  readonly finish: Moment;
  readonly actualStart?: Moment | null;
  readonly actualFinish?: Moment | null;
  readonly baselineStart?: Moment | null;
  readonly baselineFinish?: Moment | null;
  /** Working minutes. */
  readonly durationMinutes: number;
  readonly baselineDurationMinutes?: number | null;
  readonly totalFloatMinutes: number;
  readonly isCritical: boolean;
  readonly constraint?: ConstraintKind | null;
  /** Somebody is assigned, or money is planned. */
  readonly hasResourcesOrCost: boolean;
}

export interface CheckedLink {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** Negative for a lead. */
  readonly lagMinutes: number;
}

/** A schedule as it stands, for the questions of DCMA and GAO. */
export interface PlanToCheck {
  readonly tasks: readonly CheckedTask[];
  readonly links: readonly CheckedLink[];
  /** Without one, what compares with today cannot be answered. */
  readonly statusDate: Moment | null;
  /** Working time of the project; without one time is a plain number line. */
  readonly calendar?: WorkingCalendar;
  /** Minutes of a working day; 480 when absent. */
  readonly minutesPerDay?: number;
  /** For the critical path test: the network behind the schedule. */
  readonly network?: { readonly compiled: CompiledNetwork; readonly options: ScheduleOptions };
  /** When the risk of the schedule was last simulated; null for never. */
  readonly riskAnalysedAt?: Moment | null;
}
