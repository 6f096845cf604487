import type { Moment } from '@meridian/calendar';
import type { ConstraintKind, Link } from './activity-network.js';
import { CONSTRAINT_KINDS, FF, FS, SF } from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';
import {
  BY_ACTUAL,
  BY_CONSTRAINT,
  BY_MANUAL,
  BY_OUTSIDE_FINISH,
  BY_OUTSIDE_START,
  BY_STATUS_DATE,
} from './date-table.js';
import type { DateTable } from './date-table.js';
import type { Places } from './places.js';

/**
 * What set the early start: the answer to "why this date?". `calendarWaitMinutes` are the minutes on the clock between the
 * moment that the cause allowed and the start: nights, weekends, holidays. `throughSummaryId` names the summary whose
 * link or constraint it was.
 */
export type Driver =
  | {
      readonly kind: 'link';
      readonly linkIndex: number;
      readonly link: Link;
      readonly throughSummaryId?: string;
      readonly calendarWaitMinutes: number;
    }
  | {
      readonly kind: 'constraint';
      readonly constraint: ConstraintKind;
      readonly throughSummaryId?: string;
      readonly calendarWaitMinutes: number;
    }
  | { readonly kind: 'project-start' | 'status-date'; readonly calendarWaitMinutes: number }
  /** Something outside of the network, which it waits for with its start or its finish. */
  | {
      readonly kind: 'outside';
      readonly end: 'start' | 'finish';
      readonly calendarWaitMinutes: number;
    }
  /** Levelling put it so many minutes later than links and constraint ask. */
  | { readonly kind: 'delay'; readonly delayMinutes: number }
  | { readonly kind: 'actual-start' | 'manual' };

interface At {
  readonly position: number;
  readonly projectStart: Moment;
  readonly statusDate: Moment;
  /** By how much levelling put it later; 0 when it did not. */
  readonly delayMinutes: number;
}

/** Explains the early start at a position. */
export function driverAt(network: CompiledNetwork, dates: DateTable, places: Places, at: At): Driver {
  const { position: p, delayMinutes } = at;
  if (delayMinutes > 0) return { kind: 'delay', delayMinutes };
  const driver = dates.driver[p]!;
  const wait = (from: Moment) => Math.max(0, dates.earlyStart[p]! - from);
  if (driver === BY_ACTUAL) return { kind: 'actual-start' };
  if (driver === BY_MANUAL) return { kind: 'manual' };
  if (driver === BY_CONSTRAINT) {
    const kind = CONSTRAINT_KINDS[network.constraint[p]!]!;
    const isStart = kind === 'SNET' || kind === 'START_ON' || kind === 'MSO' || kind === 'SNLT';
    return {
      kind: 'constraint',
      constraint: kind,
      calendarWaitMinutes: isStart ? wait(network.constraintAt[p]!) : 0,
    };
  }
  if (driver === BY_STATUS_DATE) return { kind: 'status-date', calendarWaitMinutes: wait(at.statusDate) };
  if (driver === BY_OUTSIDE_START)
    return { kind: 'outside', end: 'start', calendarWaitMinutes: wait(network.outsideStart[p]!) };
  if (driver === BY_OUTSIDE_FINISH) return { kind: 'outside', end: 'finish', calendarWaitMinutes: 0 };
  if (driver < 0) return { kind: 'project-start', calendarWaitMinutes: wait(at.projectStart) };
  return edgeDriver(network, dates, { places, driver, wait, projectStart: at.projectStart });
}

/** Index of the link behind an edge; edges of the hierarchy lead on to what drives the end of the summary. */
export function linkBehind(network: CompiledNetwork, dates: DateTable, slot: number): number {
  let edge = slot;
  while (edge >= 0 && network.incoming.link[edge]! < 0) edge = dates.driver[network.incoming.other[edge]!]!;
  return edge < 0 ? -1 : network.incoming.link[edge]!;
}

interface EdgeCause {
  readonly places: Places;
  readonly driver: number;
  readonly wait: (from: Moment) => number;
  readonly projectStart: Moment;
}

function edgeDriver(network: CompiledNetwork, dates: DateTable, cause: EdgeCause): Driver {
  const { incoming } = network;
  let edge = cause.driver;
  let through: string | undefined;
  while (incoming.link[edge]! < 0) {
    const gate = incoming.other[edge]!;
    through = network.activities[network.activityAt[gate]!]!.id;
    const next = dates.driver[gate]!;
    if (next === BY_CONSTRAINT) {
      const calendarWaitMinutes = cause.wait(network.constraintAt[gate]!);
      return { kind: 'constraint', constraint: 'SNET', throughSummaryId: through, calendarWaitMinutes };
    }
    if (next < 0) return { kind: 'project-start', calendarWaitMinutes: cause.wait(cause.projectStart) };
    edge = next;
  }
  const kind = incoming.kind[edge]!;
  const from = incoming.other[edge]!;
  const moment = kind === FS || kind === FF ? dates.earlyFinish[from]! : dates.earlyStart[from]!;
  const allowed = cause.places.afterLag(moment, incoming.lag[edge]!, incoming.lagCalendar[edge]!);
  const linkIndex = incoming.link[edge]!;
  return {
    kind: 'link',
    linkIndex,
    link: network.links[linkIndex]!,
    ...(through === undefined ? {} : { throughSummaryId: through }),
    calendarWaitMinutes: kind === FF || kind === SF ? 0 : cause.wait(allowed),
  };
}
