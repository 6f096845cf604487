import { healthOf } from './health.js';
import { milestoneCounts, type Milestone } from './milestone.js';

/** Everything that was told of a project, and the status computed from it. Ratios are decimal text with six digits. */
export interface ProjectStatus {
  readonly projectId: string;
  /** How many events told something of the project. */
  readonly version: number;
  readonly isKnown: boolean;
  readonly code: string;
  readonly name: string;
  readonly portfolio: string;
  readonly programme: string | null;
  readonly stage: string;
  readonly managerName: string | null;
  readonly isConfidential: boolean;
  readonly managerPersonId: string | null;
  readonly sponsorPersonId: string | null;
  readonly deliveryConfidence: string | null;
  readonly planVersion: number;
  readonly finish: string | null;
  readonly baselineFinish: string | null;
  readonly statusDate: string | null;
  readonly currency: string | null;
  readonly bacMinor: bigint | null;
  readonly evMinor: bigint | null;
  readonly acMinor: bigint | null;
  readonly eacMinor: bigint | null;
  readonly cpi: string | null;
  readonly spi: string | null;
  readonly percentComplete: string | null;
  readonly breachPercent: string | null;
  readonly milestones: number;
  readonly failedMandatory: number;
  readonly overdueMilestones: number;
  readonly bookedPeople: number;
  readonly overloadedPeople: number;
  readonly unfilled: number;
  readonly overall: string;
  readonly schedule: string;
  readonly scheduleReason: string;
  readonly cost: string;
  readonly costReason: string;
  readonly quality: string;
  readonly qualityReason: string;
  readonly resources: string;
  readonly resourcesReason: string;
  /** The latest moment of which anything is known. */
  readonly updatedAt: Date;
}

type Computed =
  'projectId' | 'version' | 'updatedAt' | 'overall' | 'schedule' | 'cost' | 'quality' | 'resources';

/** What an event tells; each column has one owner. */
export type LearnedFacts = Partial<Omit<ProjectStatus, Computed>>;

/** A project of which nobody told anything yet. */
export function unknownProject(projectId: string): ProjectStatus {
  return {
    projectId,
    version: 0,
    isKnown: false,
    code: '',
    name: '',
    portfolio: '',
    programme: null,
    stage: '',
    managerName: null,
    isConfidential: true,
    managerPersonId: null,
    sponsorPersonId: null,
    deliveryConfidence: null,
    planVersion: 0,
    finish: null,
    baselineFinish: null,
    statusDate: null,
    currency: null,
    bacMinor: null,
    evMinor: null,
    acMinor: null,
    eacMinor: null,
    cpi: null,
    spi: null,
    percentComplete: null,
    breachPercent: null,
    milestones: 0,
    failedMandatory: 0,
    overdueMilestones: 0,
    bookedPeople: 0,
    overloadedPeople: 0,
    unfilled: 0,
    overall: 'unknown',
    schedule: 'unknown',
    scheduleReason: '',
    cost: 'unknown',
    costReason: '',
    quality: 'unknown',
    qualityReason: '',
    resources: 'unknown',
    resourcesReason: '',
    updatedAt: new Date(0),
  };
}

/**
 * The status after one more event. The same events give the same status in whichever order those of different owners
 * arrive: each fact has one owner, `version` is their number, and the day of judgement is the latest that was told.
 */
export function learned(
  before: ProjectStatus,
  facts: LearnedFacts,
  milestones: Iterable<Milestone>,
  at: Date,
): ProjectStatus {
  const updatedAt = at > before.updatedAt ? at : before.updatedAt;
  const counts = milestoneCounts(milestones, updatedAt.toISOString().slice(0, 10));
  const told = { ...before, ...facts, ...counts, updatedAt, version: before.version + 1 };
  const { overall, schedule, cost, quality, resources } = healthOf(told);
  return {
    ...told,
    overall,
    schedule: schedule.state,
    scheduleReason: schedule.reason,
    cost: cost.state,
    costReason: cost.reason,
    quality: quality.state,
    qualityReason: quality.reason,
    resources: resources.state,
    resourcesReason: resources.reason,
  };
}

/** Whether two statuses of a project say the same; which events led there does not count. */
export function saysTheSame(one: ProjectStatus, other: ProjectStatus): boolean {
  return (Object.keys(one) as (keyof ProjectStatus)[]).every(
    (key) => key === 'version' || key === 'updatedAt' || one[key] === other[key],
  );
}

/** A decimal the way its column gives it back: six digits, no needless zero, no minus before nothing. */
export function sixDigits(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const millionths = BigInt(whole + fraction.padEnd(6, '0'));
  const digits = millionths.toString().padStart(7, '0');
  const sign = decimal.startsWith('-') && millionths > 0n ? '-' : '';
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
