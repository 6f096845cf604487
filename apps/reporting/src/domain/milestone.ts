import { daysBetween } from './health.js';

/** A milestone as projects (dates) and quality (readiness) tell of it, in any order. */
export interface Milestone {
  readonly milestoneId: string;
  readonly projectId: string;
  readonly name: string;
  readonly baselineOn: string | null;
  readonly forecastOn: string | null;
  /** How many other projects wait for it. */
  readonly sharedWith: number;
  readonly openMandatory: number;
  readonly failed: number;
  readonly isAccepted: boolean;
  readonly isWithdrawn: boolean;
  /** Day from which projects says that it is late for others; null while it is not. */
  readonly slippedOn: string | null;
  /** Day on which quality last took an acceptance back. */
  readonly reopenedOn: string | null;
}

export type MilestoneDates = Pick<Milestone, 'name' | 'baselineOn' | 'forecastOn' | 'sharedWith'>;
export type MilestoneReadiness = Pick<Milestone, 'openMandatory' | 'failed' | 'isAccepted'>;

/** A milestone of which nobody told anything yet. */
export function unknownMilestone(projectId: string, milestoneId: string): Milestone {
  return {
    milestoneId,
    projectId,
    name: '',
    baselineOn: null,
    forecastOn: null,
    sharedWith: 0,
    openMandatory: 0,
    failed: 0,
    isAccepted: false,
    isWithdrawn: false,
    slippedOn: null,
    reopenedOn: null,
  };
}

/** Projects says where it stands in the plan. */
export function planned(milestone: Milestone, dates: MilestoneDates, on: string): Milestone {
  return watched({ ...milestone, ...dates, isWithdrawn: false }, on);
}

/** Projects says that it left the plan. */
export function withdrawn(milestone: Milestone, on: string): Milestone {
  return watched({ ...milestone, isWithdrawn: true }, on);
}

/** Quality says how far its checks are. */
export function checked(milestone: Milestone, readiness: MilestoneReadiness, on: string): Milestone {
  const wasTakenBack = milestone.isAccepted && !readiness.isAccepted;
  return { ...milestone, ...readiness, reopenedOn: wasTakenBack ? on : milestone.reopenedOn };
}

/** Calendar days from baseline to forecast, later positive; 0 while one of them is not known. */
export function slipDays({ baselineOn, forecastOn }: Pick<Milestone, 'baselineOn' | 'forecastOn'>): number {
  return baselineOn === null || forecastOn === null ? 0 : daysBetween(baselineOn, forecastOn);
}

export interface MilestoneCounts {
  readonly milestones: number;
  readonly failedMandatory: number;
  readonly overdueMilestones: number;
}

/** What a project's status takes from its milestones on a day. Withdrawn ones do not count. */
export function milestoneCounts(milestones: Iterable<Milestone>, on: string): MilestoneCounts {
  let count = 0;
  let failedMandatory = 0;
  let overdueMilestones = 0;
  for (const { isWithdrawn, failed, isAccepted, forecastOn } of milestones) {
    if (isWithdrawn) continue;
    count += 1;
    if (failed > 0) failedMandatory += 1;
    if (!isAccepted && forecastOn !== null && forecastOn < on) overdueMilestones += 1;
  }
  return { milestones: count, failedMandatory, overdueMilestones };
}

/** Only what projects said decides since when it is late: what quality said meanwhile may have been heard earlier or later. */
function watched(milestone: Milestone, on: string): Milestone {
  const isLate = !milestone.isWithdrawn && milestone.sharedWith > 0 && slipDays(milestone) > 0;
  return { ...milestone, slippedOn: isLate ? (milestone.slippedOn ?? on) : null };
}
