import type { Moment } from '@meridian/calendar';
import { ACTIVITY, FF, FOREVER, FS, LEAST_START, SF } from './compiled-network.js';
import { capsLate, constraintPlace } from './constraint-place.js';
import type { ForwardPass } from './forward-pass.js';
import { COMPLETED, RUNNING } from './progress-state.js';

/** What an activity may not be late for. */
export interface FloatLimit {
  readonly activityId: string;
  /**
   * `successor`: the next one in the list, whose late dates hold it; `deadline`, `constraint`: a date of its own;
   * `project-finish`: that of the whole, or its own finish where every end of the network is one.
   */
  readonly by: 'successor' | 'deadline' | 'constraint' | 'project-finish';
  /** The deadline or the date of the constraint. */
  readonly givenAt?: Moment;
}

/**
 * Who holds the late dates of an activity, successor by successor to the date that somebody gave: one minute more than the
 * total float would break that date. Nothing for what is completed.
 */
export class FloatLimits {
  constructor(
    private readonly forward: ForwardPass,
    private readonly options: { readonly outOfSequence?: string | undefined },
  ) {}

  from(position: number): FloatLimit[] {
    const { network, progress } = this.forward;
    const limits: FloatLimit[] = [];
    for (let p = position; progress.state[p] !== COMPLETED;) {
      const edge = this.holdingEdge(p);
      if (network.role[p] === ACTIVITY) {
        const activityId = network.activities[network.activityAt[p]!]!.id;
        limits.push({ activityId, ...(edge < 0 ? this.cap(p) : { by: 'successor' as const }) });
      } else if (edge < 0) {
        // A summary that ends here: its own deadline, or the finish of the whole.
        const at = network.deadline[p]!;
        const last = limits.pop()!;
        const isCapped = at !== FOREVER && at === this.forward.dates.latePlace[p];
        limits.push({
          activityId: last.activityId,
          ...(isCapped ? { by: 'deadline' as const, givenAt: at } : { by: 'project-finish' as const }),
        });
      }
      if (edge < 0) break;
      p = network.outgoing.other[edge]!;
    }
    return limits;
  }

  /** The outgoing edge whose bound is the late place itself; -1 when it is none. */
  private holdingEdge(p: number): number {
    const { network, dates } = this.forward;
    const { first } = network.outgoing;
    for (let k = first[p]!; k < first[p + 1]!; k++) if (this.placeBy(p, k) === dates.latePlace[p]) return k;
    return -1;
  }

  /** The latest place that one successor leaves. */
  private placeBy(p: number, k: number): number {
    const { network, dates, places, progress } = this.forward;
    const { other, kind, lag, lagCalendar } = network.outgoing;
    const to = other[k]!;
    const edge = kind[k]!;
    const skips = this.options.outOfSequence === 'progress-override' ? RUNNING : COMPLETED;
    if (progress.state[to]! >= skips) return FOREVER;
    if (edge === LEAST_START && network.incoming.other[dates.driver[to]!] !== p) return FOREVER;
    const isToFinish = edge === FF || edge === SF;
    const late = isToFinish ? places.lastFinishOf(to, dates.latePlace[to]!) : dates.lateStart[to]!;
    const bound = lagCalendar[k]! < 0 ? late - lag[k]! : places.beforeLag(late, lag[k]!, lagCalendar[k]!);
    if (network.role[p] !== ACTIVITY) return bound;
    if (edge === FS || edge === FF) return places.beforeFinish(p, bound);
    return progress.state[p] === RUNNING ? FOREVER : places.beforeStart(p, bound);
  }

  private cap(p: number): Omit<FloatLimit, 'activityId'> {
    const { network, dates, places } = this.forward;
    const late = dates.latePlace[p]!;
    const deadline = network.deadline[p]!;
    if (deadline !== FOREVER && places.beforeFinish(p, deadline) === late)
      return { by: 'deadline', givenAt: deadline };
    if (capsLate(network.constraint[p]!) && constraintPlace(network, places, p) === late)
      return { by: 'constraint', givenAt: network.constraintAt[p]! };
    return { by: 'project-finish' };
  }
}
