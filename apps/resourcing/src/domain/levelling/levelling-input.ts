import type { LeavePeriod } from '../capacity.js';
import type { EmploymentPeriod } from '../employment.js';

/** What is known when a levelling begins: records of resourcing, dates as `YYYY-MM-DD`. */
export interface LevellingInput {
  /** The first day that can still be planned. */
  readonly today: string;
  readonly projects: readonly InputProject[];
  /** Tasks of the chosen projects. */
  readonly tasks: readonly InputTask[];
  /** Bookings of the chosen projects, and those of all others in which the same people work. */
  readonly bookings: readonly InputBooking[];
  readonly people: readonly InputPerson[];
  readonly sharedMilestones: readonly SharedMilestone[];
}

export interface InputProject {
  readonly projectId: string;
  /** Lateness counts from the end of this day. */
  readonly dueOn?: string;
  /** What a day of lateness weighs; 1 unless told. */
  readonly weight?: number;
}

export interface InputTask {
  readonly taskId: string;
  readonly projectId: string;
  readonly parentTaskId: string | null;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly start: string;
  readonly finish: string;
  readonly percentComplete: number;
  /** `null` where the plan was told without its links. */
  readonly predecessors: readonly InputLink[] | null;
}

export interface InputLink {
  readonly taskId: string;
  readonly kind: 'FS' | 'SS' | 'FF' | 'SF';
  readonly lagMinutes: number;
}

export interface InputBooking {
  readonly taskId: string;
  readonly projectId: string;
  readonly resourceName: string;
  /** `null` while nobody is booked: the work then asks for somebody whose role is the resource's name. */
  readonly personId: string | null;
  readonly start: string;
  readonly finish: string;
  readonly workMinutes: number;
}

export interface InputPerson {
  readonly personId: string;
  readonly role: string;
  readonly periods: readonly EmploymentPeriod[];
  readonly leaves: readonly LeavePeriod[];
}

/** Other projects wait for a milestone of this one. */
export interface SharedMilestone {
  readonly milestoneId: string;
  readonly sharedWith: readonly string[];
}
