export type Health = 'on-track' | 'at-risk' | 'off-track' | 'unknown';

export interface Dimension {
  readonly state: Health;
  /** Why it is so, as a sentence with the figure that decided. */
  readonly reason: string;
}

/** Facts of a project; `null` where nobody told anything yet. Ratios are decimal text. */
export interface ProjectFacts {
  readonly deliveryConfidence: string | null;
  readonly finish: string | null;
  readonly baselineFinish: string | null;
  readonly cpi: string | null;
  readonly spi: string | null;
  /** Deviation of the forecast in percent while the tolerance is broken. */
  readonly breachPercent: string | null;
  readonly milestones: number;
  readonly failedMandatory: number;
  readonly overdueMilestones: number;
  readonly bookedPeople: number;
  readonly overloadedPeople: number;
  readonly unfilled: number;
}

export interface ProjectHealth {
  readonly overall: Health;
  readonly schedule: Dimension;
  readonly cost: Dimension;
  readonly quality: Dimension;
  readonly resources: Dimension;
}

/** Below these an index is at risk, or off track: the usual bands of EVM practice. */
const AT_RISK_INDEX = 0.97;
const OFF_TRACK_INDEX = 0.9;
const AT_RISK_SLIP_DAYS = 7;
const OFF_TRACK_SLIP_DAYS = 30;
const OFF_TRACK_OVERLOADS = 3;
const DAY_MS = 86_400_000;
const DECLARED: Readonly<Record<string, Health>> = { red: 'off-track', amber: 'at-risk', green: 'on-track' };

/**
 * Computed health of a project. The overall state is the worst dimension that is known; a project of which nothing is
 * measured yet takes its declared delivery confidence.
 */
export function healthOf(facts: ProjectFacts): ProjectHealth {
  const dimensions = {
    schedule: scheduleHealth(facts),
    cost: costHealth(facts),
    quality: qualityHealth(facts),
    resources: resourceHealth(facts),
  };
  const computed = worst(Object.values(dimensions).map(({ state }) => state));
  const declared = DECLARED[facts.deliveryConfidence ?? ''] ?? 'unknown';
  return { overall: computed === 'unknown' ? declared : computed, ...dimensions };
}

/** The worst of several states; unknown ones do not count unless all are. */
export function worst(states: readonly Health[]): Health {
  for (const state of ['off-track', 'at-risk', 'on-track'] as const) if (states.includes(state)) return state;
  return 'unknown';
}

/** Whole calendar days from one date to another, later positive. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function scheduleHealth({ finish, baselineFinish, spi }: ProjectFacts): Dimension {
  if (finish === null) return { state: 'unknown', reason: 'No plan yet.' };
  const slip = baselineFinish === null ? 0 : daysBetween(baselineFinish, finish);
  const late = slip > 0 ? `Finish ${finish} is ${slip} day${slip === 1 ? '' : 's'} after the baseline` : null;
  const pace = spi === null ? null : `SPI ${Number(spi).toFixed(2)}`;
  const reason = [late ?? `Finish ${finish}${baselineFinish === null ? '' : ' holds the baseline'}`, pace]
    .filter(Boolean)
    .join('; ');
  const index = spi === null ? 'on-track' : indexState(spi);
  const slipState =
    slip > OFF_TRACK_SLIP_DAYS ? 'off-track' : slip > AT_RISK_SLIP_DAYS ? 'at-risk' : 'on-track';
  return { state: worst([index, slipState]), reason: `${reason}.` };
}

function costHealth({ cpi, breachPercent }: ProjectFacts): Dimension {
  if (breachPercent !== null) {
    return {
      state: 'off-track',
      reason: `The forecast breaks its tolerance by ${signed(breachPercent)} % of the budget.`,
    };
  }
  if (cpi === null) return { state: 'unknown', reason: 'No earned value with actual cost yet.' };
  return {
    state: indexState(cpi),
    reason: `CPI ${Number(cpi).toFixed(2)}; the forecast is within tolerance.`,
  };
}

function qualityHealth({ milestones, failedMandatory, overdueMilestones }: ProjectFacts): Dimension {
  if (milestones === 0) return { state: 'unknown', reason: 'No milestone yet.' };
  if (failedMandatory > 0)
    return { state: 'off-track', reason: `${counted(failedMandatory, 'milestone')} with a failed check.` };
  if (overdueMilestones > 0) {
    return { state: 'at-risk', reason: `${counted(overdueMilestones, 'milestone')} due and not accepted.` };
  }
  return { state: 'on-track', reason: 'No check failed and no milestone waits for acceptance.' };
}

function resourceHealth({ bookedPeople, overloadedPeople, unfilled }: ProjectFacts): Dimension {
  if (bookedPeople === 0 && unfilled === 0) return { state: 'unknown', reason: 'Nobody is booked yet.' };
  if (overloadedPeople >= OFF_TRACK_OVERLOADS) {
    return { state: 'off-track', reason: `${overloadedPeople} people are booked above capacity.` };
  }
  if (overloadedPeople > 0) {
    return {
      state: 'at-risk',
      reason: `${overloadedPeople === 1 ? '1 person is' : `${overloadedPeople} people are`} booked above capacity.`,
    };
  }
  if (unfilled > 0)
    return { state: 'at-risk', reason: `${counted(unfilled, 'assignment')} without a person.` };
  return {
    state: 'on-track',
    reason: `${bookedPeople === 1 ? '1 person' : `${bookedPeople} people`} booked, nobody above capacity.`,
  };
}

function indexState(index: string): Health {
  const value = Number(index);
  return value < OFF_TRACK_INDEX ? 'off-track' : value < AT_RISK_INDEX ? 'at-risk' : 'on-track';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function signed(percent: string): string {
  const value = Number(percent);
  return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
}
