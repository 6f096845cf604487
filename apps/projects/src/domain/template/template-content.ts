import type { CalendarDefinition } from '@meridian/calendar';
import type { ConstraintKind } from '@meridian/network';
import type { PlanSettings, StoredLink } from '../plan/stored-plan.js';
import type { DayOffset } from './working-day-offset.js';

/** A plan without dates and without people: what one project can hand on to the next. */
export interface TemplateContent {
  /** How it is scheduled; start, finish and status date belong to the project. */
  readonly settings: Pick<
    PlanSettings,
    | 'calendarKey'
    | 'honour'
    | 'multipleCriticalPaths'
    | 'criticalFloatMinutes'
    | 'lagCalendar'
    | 'outOfSequence'
  >;
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
  /** Working days from its first day of work to its last, both counted. */
  readonly workingDays: number;
  /** In the order of the outline. */
  readonly tasks: readonly TemplateTask[];
  readonly links: readonly TemplateLink[];
  readonly roles: readonly TemplateRole[];
  readonly checks: readonly TemplateCheck[];
  readonly gates: readonly TemplateGate[];
}

/** A line of the outline. Durations are working minutes, clock minutes when `isElapsed`. */
export interface TemplateTask {
  /** What the task is known by in every version, and as its GUID in every project. */
  readonly key: string;
  readonly parentKey: string | null;
  readonly wbs: string;
  readonly name: string;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  readonly isActive: boolean;
  /** A task that repeats, or one of its occurrences. */
  readonly isRecurring?: boolean;
  readonly durationMinutes: number;
  readonly isElapsed: boolean;
  /** Of `TemplateContent.calendars`; null for that of the project. */
  readonly calendarKey: string | null;
  readonly constraintKind: ConstraintKind | null;
  readonly constraintAt: DayOffset | null;
  readonly deadline: DayOffset | null;
  /** The days of a task that is placed by hand; null when the network places it. */
  readonly byHand: { readonly start: DayOffset; readonly finish: DayOffset } | null;
  readonly workMinutes: number;
}

export interface TemplateLink extends Omit<StoredLink, 'fromTaskId' | 'toTaskId'> {
  readonly fromKey: string;
  readonly toKey: string;
}

/** What a task needs: a role, a material or a cost. */
export interface TemplateRole {
  readonly taskKey: string;
  readonly role: string;
  readonly kind: string;
  readonly unitsPercent: number;
  readonly workMinutes: number;
}

export interface TemplateCheck {
  readonly milestoneKey: string;
  readonly title: string;
  readonly isMandatory: boolean;
}

/** A phase and the gate that ends it. */
export interface TemplateGate {
  readonly phaseId: string;
  readonly phaseName: string;
  readonly order: number;
  readonly name: string;
  readonly due: DayOffset | null;
  /** Milestones beside those of the phase. */
  readonly milestoneKeys: readonly string[];
}
