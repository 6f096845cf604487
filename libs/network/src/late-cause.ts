import { ACTIVITY, CONSTRAINT_KINDS, FF, FOREVER, FS, SF } from './compiled-network.js';
import { capsLate, constraintPlace, isAboutStart } from './constraint-place.js';
import type { ForwardPass } from './forward-pass.js';
import type { FreeFloat } from './free-float.js';
import type { Cause } from './why-chain.js';

/** `end`: the end that is held; the other one follows from it. */
export interface LateCause extends Cause {
  readonly end: 'start' | 'finish';
}

/** What keeps an activity that is as late as possible from being later still: a cap, a successor or the finish of the whole. */
export class LateCauses {
  constructor(
    private readonly forward: ForwardPass,
    private readonly free: FreeFloat,
    private readonly projectFinish: number,
  ) {}

  /** Undefined for an activity that stands at its early dates. */
  of(p: number): LateCause | undefined {
    const { dates } = this.forward;
    if (dates.scheduledPlace[p] === dates.place[p]) return undefined;
    const atTheEnd = {
      end: 'finish',
      because: { kind: 'project-finish', givenAt: this.projectFinish },
    } as const;
    return this.cap(p) ?? this.successor(p) ?? atTheEnd;
  }

  private cap(p: number): LateCause | undefined {
    const { network, dates, places } = this.forward;
    const kind = network.constraint[p]!;
    const place = dates.scheduledPlace[p]!;
    if (capsLate(kind) && constraintPlace(network, places, p) === place) {
      const givenAt = network.constraintAt[p]!;
      const because = { kind: 'constraint', constraint: CONSTRAINT_KINDS[kind]!, givenAt } as const;
      return { end: isAboutStart(kind) ? 'start' : 'finish', because };
    }
    const deadline = network.deadline[p]!;
    if (deadline === FOREVER || places.beforeFinish(p, deadline) !== place) return undefined;
    return { end: 'finish', because: { kind: 'deadline', givenAt: deadline } };
  }

  /** By way of the ends of summaries to the activity that is held. */
  private successor(from: number): LateCause | undefined {
    const { network, dates } = this.forward;
    if (this.free.latestPlace(from) !== dates.scheduledPlace[from]) return undefined;
    const { kind, link, other } = network.outgoing;
    const first = this.free.holdingEdge(from);
    let edge = first;
    let linkIndex = -1;
    while (edge >= 0) {
      linkIndex = Math.max(linkIndex, link[edge]!);
      if (network.role[other[edge]!] === ACTIVITY) break;
      edge = this.free.holdingEdge(other[edge]!);
    }
    if (edge < 0) return undefined;
    const p = other[edge]!;
    const end = kind[edge] === FF || kind[edge] === SF ? 'finish' : 'start';
    const at = end === 'start' ? dates.start[p]! : dates.finish[p]!;
    const activityId = network.activities[network.activityAt[p]!]!.id;
    return {
      end: kind[first] === FS || kind[first] === FF ? 'finish' : 'start',
      because: { kind: 'held-by', linkIndex, link: network.links[linkIndex]!, from: { activityId, end, at } },
      next: { p, end },
    };
  }
}
