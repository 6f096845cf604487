import { ACTIVITY, CONSTRAINT_KINDS, FF, FIRST_START, FS, GATE, NEVER, SF } from './compiled-network.js';
import { isAboutStart } from './constraint-place.js';
import {
  BY_CONSTRAINT,
  BY_OUTSIDE_FINISH,
  BY_OUTSIDE_START,
  BY_PROJECT_START,
  BY_STATUS_DATE,
} from './date-table.js';
import type { ForwardPass } from './forward-pass.js';
import type { LateCause } from './late-cause.js';
import { COMPLETED, PLANNED, RUNNING } from './progress-state.js';
import type { Because, DatedEnd, WhyStep } from './why.js';

/**
 * An end of a position: as scheduled, unless `of` asks for its early date, from which links are worked out, or for where logic
 * put it before levelling delayed it.
 */
export interface End {
  readonly p: number;
  readonly end: 'start' | 'finish';
  readonly of?: 'early' | 'logic';
}

/** Why, and the end that explains the cause in turn; none when the date was given. */
export interface Cause {
  readonly because: Because;
  readonly next?: End;
}

/** Follows a date back, cause by cause, to one that was given. */
export class WhyChain {
  constructor(
    private readonly forward: ForwardPass,
    /** Why an activity stands later than early; undefined when it does not. */
    private readonly lateCause: (p: number) => LateCause | undefined,
  ) {}

  from(first: End): WhyStep[] {
    const steps: WhyStep[] = [];
    for (let end: End | undefined = first; end;) {
      const { because, next } = this.causeOf(end);
      steps.push({ ...this.dated(end), because });
      end = next;
    }
    return steps;
  }

  dated({ p, end, of }: End): DatedEnd {
    const { network, dates, places } = this.forward;
    const activityId = network.activities[network.activityAt[p]!]!.id;
    if (of === 'logic') {
      const place = this.forward.undelayedPlace(p);
      return { activityId, end, at: end === 'start' ? places.startOf(p, place) : places.finishOf(p, place) };
    }
    if (of === 'early')
      return { activityId, end, at: end === 'start' ? dates.earlyStart[p]! : dates.earlyFinish[p]! };
    return { activityId, end, at: end === 'start' ? dates.start[p]! : dates.finish[p]! };
  }

  private causeOf(end: End): Cause {
    const { network, progress } = this.forward;
    if (network.role[end.p] !== ACTIVITY) return this.rolledUp(end);
    switch (progress.state[end.p]) {
      case PLANNED:
        return this.plannedCause(end);
      case RUNNING:
        return end.end === 'start' ? this.given('actual', end) : this.restCause(end.p);
      case COMPLETED:
        return this.given('actual', end);
      default:
        return this.given('manual', end);
    }
  }

  private plannedCause(end: End): Cause {
    const { p } = end;
    const late = end.of ? undefined : this.lateCause(p);
    if (late?.end === end.end) return late;
    if (late) return end.end === 'start' ? this.beforeWork(end) : this.afterWork(end);
    const minutes = end.of === 'logic' ? 0 : this.forward.delayMinutes(p);
    if (minutes > 0) return end.end === 'finish' ? this.afterWork(end) : this.delayed(p, minutes);
    const isHeldAtFinish = this.isHeldAtFinish(p);
    if (end.end === 'start' && isHeldAtFinish) return this.beforeWork(end);
    if (end.end === 'finish' && !isHeldAtFinish) return this.afterWork(end);
    return this.driverCause(p, this.forward.dates.driver[p]!);
  }

  /** Is it the finish that a link or constraint holds, so that the start follows from it? */
  private isHeldAtFinish(p: number): boolean {
    const { network, dates } = this.forward;
    const driver = dates.driver[p]!;
    if (driver === BY_CONSTRAINT) return !isAboutStart(network.constraint[p]!);
    if (driver === BY_OUTSIDE_FINISH) return true;
    return driver >= 0 && (network.incoming.kind[driver] === FF || network.incoming.kind[driver] === SF);
  }

  private driverCause(p: number, driver: number): Cause {
    const { network, dates, options } = this.forward;
    if (driver === BY_PROJECT_START)
      return { because: { kind: 'project-start', givenAt: options.projectStart } };
    if (driver === BY_STATUS_DATE) return { because: { kind: 'status-date', givenAt: options.statusDate! } };
    if (driver === BY_OUTSIDE_START)
      return { because: { kind: 'outside', end: 'start', givenAt: network.outsideStart[p]! } };
    if (driver === BY_OUTSIDE_FINISH)
      return { because: { kind: 'outside', end: 'finish', givenAt: network.outsideFinish[p]! } };
    if (driver === BY_CONSTRAINT) {
      const constraint = CONSTRAINT_KINDS[network.constraint[p]!]!;
      return { because: { kind: 'constraint', constraint, givenAt: network.constraintAt[p]! } };
    }
    const from = network.incoming.other[driver]!;
    if (network.role[from] !== GATE) return this.linkCause(driver);
    // What holds the entrance of a summary holds all that it holds.
    const cause = this.driverCause(from, dates.driver[from]!);
    if (cause.because.kind !== 'link' && cause.because.kind !== 'constraint') return cause;
    const above = network.activities[network.activityAt[from]!]!.id;
    const throughSummaryId = cause.because.throughSummaryId ?? above;
    return { ...cause, because: { ...cause.because, throughSummaryId } };
  }

  private linkCause(edge: number): Cause {
    const { network, places } = this.forward;
    const { kind, lag, lagCalendar, link, other } = network.incoming;
    const p = other[edge]!;
    const end = kind[edge] === FS || kind[edge] === FF ? 'finish' : 'start';
    const next: End = { p, end, of: 'early' };
    const from = this.dated(next);
    const allowedAt = places.afterLag(from.at, lag[edge]!, lagCalendar[edge]!);
    const linkIndex = link[edge]!;
    return {
      because: { kind: 'link', linkIndex, link: network.links[linkIndex]!, from, allowedAt },
      next,
    };
  }

  private afterWork({ p, of }: End): Cause {
    const next: End = { p, end: 'start', of };
    return {
      because: { kind: 'work', minutes: this.forward.progress.duration[p]!, from: this.dated(next) },
      next,
    };
  }

  private beforeWork({ p, of }: End): Cause {
    const next: End = { p, end: 'finish', of };
    return {
      because: { kind: 'work-back', minutes: this.forward.progress.duration[p]!, from: this.dated(next) },
      next,
    };
  }

  private delayed(p: number, minutes: number): Cause {
    const next: End = { p, end: 'start', of: 'logic' };
    return {
      because: { kind: 'delay', minutes, from: this.dated(next) },
      next,
    };
  }

  /** Why what remains of a running activity ends when it does: the latest of what is done, the status date and the links. */
  private restCause(p: number): Cause {
    const { dates, options, places, progress, bounds } = this.forward;
    const rest = {
      kind: 'rest',
      minutes: progress.duration[p]!,
      goesOnAt: places.startOf(p, dates.place[p]!),
    } as const;
    if (dates.place[p] === this.forward.placeAfterProgress(p)) {
      const isByDate = options.statusDate != null && options.statusDate > progress.start[p]!;
      return isByDate
        ? { because: { ...rest, after: 'status-date' } }
        : { because: { ...rest, after: 'progress' }, next: { p, end: 'start' } };
    }
    bounds.read(p, NEVER, BY_PROJECT_START);
    const byStart = bounds.startBound !== NEVER && places.afterStart(p, bounds.startBound) === dates.place[p];
    const cause = this.driverCause(p, byStart ? bounds.startDriver : bounds.finishDriver);
    return { because: { ...rest, after: 'link', link: cause.because }, next: cause.next };
  }

  /** The end of a summary has the date of the child that starts first or finishes last. */
  private rolledUp({ p }: End): Cause {
    const { network, dates } = this.forward;
    const child = network.incoming.other[dates.driver[p]!]!;
    const next: End = { p: child, end: network.role[p] === FIRST_START ? 'start' : 'finish', of: 'early' };
    return { because: { kind: 'rolled-up', from: this.dated(next) }, next };
  }

  private given(kind: 'actual' | 'manual', end: End): Cause {
    return { because: { kind, givenAt: this.dated(end).at } };
  }
}
