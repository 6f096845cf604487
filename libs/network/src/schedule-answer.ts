import type { Moment } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import type { Clash } from './clash.js';
import { ACTIVITY, NEVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { traceCriticalPaths } from './critical-paths.js';
import type { DateTable } from './date-table.js';
import { driverAt } from './driver.js';
import type { Driver } from './driver.js';
import { Places } from './places.js';
import { COMPLETED, RUNNING } from './progress-state.js';
import type { ProgressState } from './progress-state.js';
import { rollUp } from './summary-dates.js';
import type { SummaryDates } from './summary-dates.js';

/**
 * The dates of one activity. Starts are shown at openings, finishes at closings of working time. Floats are minutes in the
 * activity's own time (elapsed ones for an elapsed activity, the project calendar's for a summary).
 */
export interface ScheduledActivity {
  readonly id: string;
  readonly isSummary: boolean;
  /** Scheduled: the early dates, unless the activity is as late as possible. */
  readonly start: Moment;
  readonly finish: Moment;
  readonly earlyStart: Moment;
  readonly earlyFinish: Moment;
  readonly lateStart: Moment;
  readonly lateFinish: Moment;
  /** The smaller of start and finish float; negative when a cap cannot be met. */
  readonly totalFloatMinutes: number;
  /** How far it may slip without moving a successor; never negative. */
  readonly freeFloatMinutes: number;
  /** Total float at most the threshold, and not completed. */
  readonly isCritical: boolean;
  /** What set the early start; summaries have none. */
  readonly driver?: Driver;
}

interface ScheduleFacts {
  readonly projectStart: Moment;
  readonly statusDate?: Moment | null;
  readonly criticalFloatMinutes?: number;
  readonly clashes: readonly Clash[];
}

/** The answer of `schedule`. Figures of activities are put together when asked for. */
export class Schedule {
  /** The project start that was given or, when scheduled from a finish, found. */
  readonly projectStart: Moment;
  /** The greatest scheduled finish. */
  readonly projectFinish: Moment;
  readonly clashes: readonly Clash[];
  private readonly isCritical: Uint8Array;
  private readonly summaries: SummaryDates;
  private readonly places: Places;

  constructor(
    private readonly network: CompiledNetwork,
    private readonly progress: ProgressState,
    private readonly dates: DateTable,
    private readonly facts: ScheduleFacts,
  ) {
    const threshold = facts.criticalFloatMinutes ?? 0;
    this.clashes = facts.clashes;
    this.projectStart = facts.projectStart;
    this.places = new Places(network, progress.duration);
    this.isCritical = new Uint8Array(network.count);
    let finish = NEVER;
    for (let p = 0; p < network.count; p++) {
      if (network.role[p] !== ACTIVITY) continue;
      if (dates.finish[p]! > finish) finish = dates.finish[p]!;
      if (dates.totalFloat[p]! <= threshold && progress.state[p] !== COMPLETED) this.isCritical[p] = 1;
    }
    this.projectFinish = finish === NEVER ? facts.projectStart : finish;
    this.summaries = rollUp(network, dates, this.isCritical);
  }

  /** @throws Refusal `network/unknown-activity`. */
  at(id: string): ScheduledActivity {
    const index = this.network.indexOf.get(id);
    if (index !== undefined) return this.activityAt(index);
    throw new Refusal('network/unknown-activity', `"${id}" is not in the network.`, {
      kind: 'not-found',
      details: { id },
    });
  }

  /** All activities in the order of the input. */
  activities(): ScheduledActivity[] {
    return this.network.activities.map((_, index) => this.activityAt(index));
  }

  /** Ids of the critical activities in topological order, without summaries. */
  criticalIds(): string[] {
    const ids: string[] = [];
    for (let p = 0; p < this.network.count; p++) if (this.isCritical[p]) ids.push(this.idAt(p));
    return ids;
  }

  /** Critical chains of ids from first to last activity; the one that finishes last comes first. */
  criticalPaths(): string[][] {
    const paths = traceCriticalPaths(this.network, this.dates, this.isCritical);
    return paths.map((path) => path.map((position) => this.idAt(position)));
  }

  private activityAt(index: number): ScheduledActivity {
    const p = this.network.positionOf[index]!;
    if (p < 0)
      return this.row(index, this.summaries, {
        at: index,
        isSummary: true,
        critical: this.summaries.isCritical,
      });
    const row = this.row(index, this.dates, { at: p, isSummary: false, critical: this.isCritical });
    const driver = driverAt(this.network, this.dates, this.places, {
      position: p,
      projectStart: this.projectStart,
      statusDate: this.facts.statusDate ?? this.projectStart,
    });
    return { ...row, lateStart: this.progress.state[p] === RUNNING ? row.earlyStart : row.lateStart, driver };
  }

  private row(
    index: number,
    dates: Omit<SummaryDates, 'isCritical'>,
    from: { at: number; isSummary: boolean; critical: Uint8Array },
  ): ScheduledActivity {
    const { at, isSummary, critical } = from;
    return {
      id: this.network.activities[index]!.id,
      isSummary,
      start: dates.start[at]!,
      finish: dates.finish[at]!,
      earlyStart: dates.earlyStart[at]!,
      earlyFinish: dates.earlyFinish[at]!,
      lateStart: dates.lateStart[at]!,
      lateFinish: dates.lateFinish[at]!,
      totalFloatMinutes: dates.totalFloat[at]!,
      freeFloatMinutes: dates.freeFloat[at]!,
      isCritical: critical[at] === 1,
    };
  }

  private idAt(position: number): string {
    return this.network.activities[this.network.activityAt[position]!]!.id;
  }
}
