import type { Moment } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';
import type { Clash } from './clash.js';
import { ACTIVITY, NEVER } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { traceCriticalPaths } from './critical-paths.js';
import type { DateTable } from './date-table.js';
import { driverAt } from './driver.js';
import type { Driver } from './driver.js';
import { findClashes } from './find-clashes.js';
import { FloatLimits } from './float-limit.js';
import type { FloatLimit } from './float-limit.js';
import { Floats } from './floats.js';
import type { FloatOptions } from './floats.js';
import type { ForwardPass } from './forward-pass.js';
import { FreeFloat } from './free-float.js';
import { LateCauses } from './late-cause.js';
import { PLANNED } from './progress-state.js';
import { shownFinish } from './shown-finish.js';
import { rollUp } from './summary-dates.js';
import type { RolledDates } from './summary-dates.js';
import { WhyChain } from './why-chain.js';
import type { WhyStep } from './why.js';

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

interface ScheduleFacts extends FloatOptions {
  readonly projectStart: Moment;
  readonly statusDate?: Moment | null;
}

/** The answer of `schedule`. Figures of activities are put together when asked for. */
export class Schedule {
  /** The project start that was given or, when scheduled from a finish, found. */
  readonly projectStart: Moment;
  private readonly network: CompiledNetwork;
  private readonly dates: DateTable;
  private readonly floats: Floats;
  private knownClashes: readonly Clash[] | undefined;
  private rolled: ReadonlyMap<number, RolledDates> | undefined;

  constructor(
    private readonly forward: ForwardPass,
    private readonly facts: ScheduleFacts,
  ) {
    this.projectStart = facts.projectStart;
    this.network = forward.network;
    this.dates = forward.dates;
    this.floats = new Floats(forward.network, forward.progress, forward.dates, facts);
  }

  /** The greatest scheduled finish. */
  get projectFinish(): Moment {
    const { network, dates } = this;
    let finish = NEVER;
    for (let p = 0; p < network.count; p++) {
      if (network.role[p] === ACTIVITY && dates.finish[p]! > finish) finish = dates.finish[p]!;
    }
    return finish === NEVER ? this.projectStart : finish;
  }

  get clashes(): readonly Clash[] {
    return (this.knownClashes ??= findClashes(this.forward));
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
    const isCritical = this.criticalFlags();
    for (let p = 0; p < this.network.count; p++) if (isCritical[p]) ids.push(this.idAt(p));
    return ids;
  }

  /** Critical chains of ids from first to last activity; the one that finishes last comes first. */
  criticalPaths(): string[][] {
    const paths = traceCriticalPaths(this.network, this.dates, this.criticalFlags());
    return paths.map((path) => path.map((position) => this.idAt(position)));
  }

  /**
   * Why a start or finish is when it is: each step says what the date follows from, and the next one why that; the last names
   * a date that was given (project start, status date, constraint, deadline, reported or manual date).
   *
   * @throws Refusal `network/unknown-activity`
   */
  why(id: string, end: 'start' | 'finish' = 'start'): WhyStep[] {
    const { network, dates, facts } = this;
    const steps: WhyStep[] = [];
    let row = this.at(id);
    while (row.isSummary) {
      const index = network.indexOf.get(row.id)!;
      const { id: parent, [end]: at } = row;
      const child = this.childAt(index, end, at);
      const from = { activityId: child.id, end, at };
      steps.push({ activityId: parent, end, at, because: { kind: 'rolled-up', from } });
      row = child;
    }
    const free = new FreeFloat(network, this.forward.progress, dates, facts);
    const late = new LateCauses(this.forward, free, facts.finish);
    const chain = new WhyChain(this.forward, (p) => late.of(p));
    const [first, ...others] = chain.from({ p: network.positionOf[network.indexOf.get(row.id)!]!, end });
    return [...steps, { ...first!, at: row[end] }, ...others];
  }

  /**
   * What holds the late dates of an activity, successor by successor to a date that was given; nothing for a summary and for
   * what is completed.
   *
   * @throws Refusal `network/unknown-activity`
   */
  floatLimits(id: string): FloatLimit[] {
    if (this.at(id).isSummary) return [];
    const position = this.network.positionOf[this.network.indexOf.get(id)!]!;
    return new FloatLimits(this.forward, this.facts).from(position);
  }

  /** Of what lies directly in a summary, the one that gives it a date. */
  private childAt(summary: number, end: 'start' | 'finish', at: Moment): ScheduledActivity {
    const index = this.network.parentOf.findIndex(
      (parent, i) => parent === summary && this.activityAt(i)[end] === at,
    );
    return this.activityAt(index);
  }

  private criticalFlags(): Uint8Array {
    const isCritical = new Uint8Array(this.network.count);
    for (let p = 0; p < this.network.count; p++) {
      if (this.network.role[p] === ACTIVITY && this.floats.isCriticalAt(p)) isCritical[p] = 1;
    }
    return isCritical;
  }

  private activityAt(index: number): ScheduledActivity {
    const p = this.network.positionOf[index]!;
    const { id } = this.network.activities[index]!;
    if (p < 0) return this.summaryAt(id, index);
    const { dates, floats } = this;
    const finish = shownFinish(this.forward, p);
    return {
      id,
      isSummary: false,
      start: dates.start[p]!,
      finish,
      earlyStart: dates.earlyStart[p]!,
      earlyFinish: dates.scheduledPlace[p] === dates.place[p] ? finish : dates.earlyFinish[p]!,
      lateStart: floats.lateStartAt(p),
      lateFinish: floats.lateFinishAt(p),
      totalFloatMinutes: floats.totalAt(p),
      freeFloatMinutes: floats.freeAt(p),
      isCritical: floats.isCriticalAt(p),
      driver: driverAt(this.network, dates, this.forward.places, {
        position: p,
        projectStart: this.projectStart,
        statusDate: this.facts.statusDate ?? this.projectStart,
        delayMinutes: this.forward.progress.state[p] === PLANNED ? this.forward.delayMinutes(p) : 0,
      }),
    };
  }

  private summaryAt(id: string, index: number): ScheduledActivity {
    this.rolled ??= rollUp(this.network, this.dates, this.floats);
    const { totalFloat, freeFloat, ...dates } = this.rolled.get(index)!;
    return { id, isSummary: true, ...dates, totalFloatMinutes: totalFloat, freeFloatMinutes: freeFloat };
  }

  private idAt(position: number): string {
    return this.network.activities[this.network.activityAt[position]!]!.id;
  }
}
