import type { Period } from './period.js';
import type { TaskLife } from './task-life.js';

/** A task the person is booked for. */
export interface TaskFact extends TaskLife {
  readonly taskId: string;
  readonly projectId: string;
  readonly name: string;
  /** By the baseline, or by the plan in which the task first stood where there is none. */
  readonly agreedStart: string;
  readonly agreedFinish: string;
  readonly isBaseline: boolean;
  readonly acceptedOn: string | null;
  /** Work of the person's own assignment. */
  readonly estimateMinutes: number;
  /** Approved time of the person for it, whenever. */
  readonly spentMinutes: number;
  /** Tasks of others that it waits for the finish of. */
  readonly waitsFor: readonly ForeignTask[];
}

export interface ForeignTask {
  readonly name: string;
  readonly agreedFinish: string;
  readonly finishedOn: string | null;
}

/** Minutes of a week. Time counts when it is approved. */
export interface WeekFact {
  readonly weekStart: string;
  readonly gross: number;
  readonly leave: number;
  readonly approved: number;
  readonly forProjects: number;
}

/** Approved time for a task of a project on a day. */
export interface EntryFact {
  readonly projectId: string;
  readonly taskId: string | null;
  readonly day: string;
  readonly minutes: number;
}

/** Everything behind the figures of a person and period. */
export interface PerformanceFacts {
  readonly period: Period;
  readonly today: string;
  readonly tasks: readonly TaskFact[];
  readonly weeks: readonly WeekFact[];
  /** Of the period. */
  readonly entries: readonly EntryFact[];
  /** Days on which the person is employed and not on leave, up to today. */
  readonly workingDays: readonly string[];
}
