import type { Moment } from '@meridian/calendar';
import type { CheckedLink, CheckedTask, PlanToCheck } from './plan-to-check.js';

const MINUTES_PER_DAY = 480;

/** What the checks ask again and again about a plan. */
export class PlanFacts {
  readonly byId: ReadonlyMap<string, CheckedTask>;
  /** Neither summary nor level of effort. */
  readonly details: readonly CheckedTask[];
  readonly incomplete: readonly CheckedTask[];
  /** Without milestones: what has a duration. */
  readonly incompleteWork: readonly CheckedTask[];
  /** Indices of the links that still matter: those whose successor is not complete. */
  readonly openLinks: readonly number[];
  private readonly minutesPerDay: number;

  constructor(readonly plan: PlanToCheck) {
    this.byId = new Map(plan.tasks.map((task) => [task.id, task]));
    this.details = plan.tasks.filter((task) => !task.isSummary && !task.isLevelOfEffort);
    this.incomplete = this.details.filter((task) => task.actualFinish == null);
    this.incompleteWork = this.incomplete.filter((task) => !task.isMilestone);
    this.openLinks = plan.links.flatMap((link, i) => (this.isOpen(link) ? [i] : []));
    this.minutesPerDay = plan.minutesPerDay ?? MINUTES_PER_DAY;
  }

  link(index: number): CheckedLink {
    return this.plan.links[index]!;
  }

  days(minutes: number): number {
    return minutes / this.minutesPerDay;
  }

  minutes(days: number): number {
    return days * this.minutesPerDay;
  }

  /** Working days from one moment to another; negative when `to` is the earlier one. */
  daysBetween(from: Moment, to: Moment): number {
    const { calendar } = this.plan;
    return this.days(calendar ? calendar.workBefore(to) - calendar.workBefore(from) : to - from);
  }

  /** Tasks with a baseline that should be finished by the status date; none without a status date. */
  due(): CheckedTask[] {
    const { statusDate } = this.plan;
    if (statusDate === null) return [];
    return this.details.filter((task) => task.baselineFinish != null && task.baselineFinish <= statusDate);
  }

  /** Finish of the last task that is no summary; null without tasks. */
  finish(): Moment | null {
    return this.details.reduce<Moment | null>((last, { finish }) => Math.max(last ?? finish, finish), null);
  }

  /** Start of the first of them; null without tasks. */
  start(): Moment | null {
    return this.details.reduce<Moment | null>((first, { start }) => Math.min(first ?? start, start), null);
  }

  private isOpen({ from, to }: CheckedLink): boolean {
    const successor = this.byId.get(to);
    return this.byId.has(from) && successor !== undefined && successor.actualFinish == null;
  }
}

export function idsOf(tasks: readonly CheckedTask[]): string[] {
  return tasks.map(({ id }) => id);
}
