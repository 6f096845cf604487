import { Refusal } from '@meridian/refusal';
import type { Activity } from './activity-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import { placeActivity } from './lay-out.js';
import { readLag } from './link-lag.js';

type Writable = { -readonly [K in keyof CompiledNetwork]: CompiledNetwork[K] };

/** A network whose activities may change; the one it was made from stays as it is. */
export class LiveNetwork {
  readonly network: Writable;
  private readonly activities: Activity[];

  constructor(compiled: CompiledNetwork) {
    this.activities = [...compiled.activities];
    this.network = {
      ...compiled,
      activities: this.activities,
      duration: compiled.duration.slice(),
      calendar: compiled.calendar.slice(),
      constraint: compiled.constraint.slice(),
      constraintAt: compiled.constraintAt.slice(),
      deadline: compiled.deadline.slice(),
      delay: compiled.delay.slice(),
      delayKind: compiled.delayKind.slice(),
      outsideStart: compiled.outsideStart.slice(),
      outsideFinish: compiled.outsideFinish.slice(),
      isManual: compiled.isManual.slice(),
      incoming: { ...compiled.incoming, lag: compiled.incoming.lag.slice() },
      outgoing: { ...compiled.outgoing, lag: compiled.outgoing.lag.slice() },
    };
  }

  /** @throws Refusal `network/unknown-activity`, `network/change-of-summary`. */
  positionOf(id: string): number {
    const { indexOf, positionOf } = this.network;
    const index = indexOf.get(id);
    if (index === undefined) {
      throw new Refusal('network/unknown-activity', `"${id}" is not in the network.`, {
        kind: 'not-found',
        details: { id },
      });
    }
    const position = positionOf[index]!;
    if (position >= 0) return position;
    throw new Refusal(
      'network/change-of-summary',
      `"${this.activities[index]!.name ?? id}" is a summary: its dates follow from what it holds. Change that, or compile the network again.`,
      { kind: 'unprocessable', details: { activityId: id } },
    );
  }

  at(position: number): Activity {
    return this.activities[this.network.activityAt[position]!]!;
  }

  /** @throws Refusal `network/duration-invalid`, `network/manual-dates-reversed`, `network/lag-invalid`. */
  put(position: number, activity: Activity): void {
    const { network } = this;
    const index = network.activityAt[position]!;
    placeActivity(network, position, activity, network.calendarOf[index]!);
    this.activities[index] = activity;
    this.renewPercentLags(position, activity);
  }

  /** A lag that is a share of the predecessor's duration follows it. */
  private renewPercentLags(position: number, predecessor: Activity): void {
    const { incoming, outgoing, links, calendarOf, activityAt, projectCalendar } = this.network;
    for (let k = outgoing.first[position]!; k < outgoing.first[position + 1]!; k++) {
      const link = links[outgoing.link[k]!];
      if (!link?.lag || !('percent' in link.lag)) continue;
      const to = outgoing.other[k]!;
      const { minutes } = readLag(link, predecessor, {
        predecessor: calendarOf[activityAt[position]!]!,
        successor: calendarOf[activityAt[to]!]!,
        project: projectCalendar,
      });
      outgoing.lag[k] = minutes;
      const slots = incoming.link.subarray(incoming.first[to]!, incoming.first[to + 1]!);
      incoming.lag[incoming.first[to]! + slots.indexOf(outgoing.link[k]!)] = minutes;
    }
  }
}
