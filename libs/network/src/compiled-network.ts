import type { WorkingCalendar } from '@meridian/calendar';
import type { Activity, Link, NetworkFinding } from './activity-network.js';
import type { IdIndex } from './id-index.js';

/** How an edge binds its target: kinds of links, and the start of a summary as the least start of its children. */
export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;
export const LEAST_START = 4;

/** What stands at a position of the compiled network. */
export const ACTIVITY = 0;
/** Entrance of a summary: what every child must wait for. */
export const GATE = 1;
/** Exit of a summary: the greatest finish of its children. */
export const EXIT = 2;
/** First start of a summary: the least start of its children. */
export const FIRST_START = 3;

/** Continuous time, in place of an index into the calendars. */
export const ELAPSED = -1;

/** What levelling says of an activity: nothing, so many working minutes, so many on the clock, not before a moment. */
export const NO_DELAY = 0;
export const WORKING_DELAY = 1;
export const ELAPSED_DELAY = 2;
export const NOT_BEFORE = 3;

/** "No such moment", far outside of plans; never handed to a calendar. */
export const NEVER = -0x40000000;
export const FOREVER = 0x3fffffff;

/** Edges grouped by one of their ends (compressed sparse rows): those of position p are `first[p]` to `first[p + 1]`. */
export interface Edges {
  readonly first: Int32Array;
  /** Position at the other end. */
  readonly other: Int32Array;
  readonly kind: Uint8Array;
  readonly lag: Int32Array;
  /** Calendar in which the lag is counted, or ELAPSED. */
  readonly lagCalendar: Int16Array;
  /** Index of the link in the input, or -1 for an edge that comes from the hierarchy. */
  readonly link: Int32Array;
}

/**
 * Ends of pieces, those of position p from `first[p]` to `first[p + 1]`: minutes of their calendar from the start of the
 * activity, over and above its duration (mostly negative), so that they move with it.
 */
export interface Tracks {
  readonly first: Int32Array;
  readonly calendar: Int16Array;
  readonly beyond: Int32Array;
}

/** A network in topological order, ready to be scheduled any number of times. Made by `compileNetwork`. */
export interface CompiledNetwork {
  readonly activities: readonly Activity[];
  readonly links: readonly Link[];
  readonly findings: readonly NetworkFinding[];
  /** Index of an activity by its id. */
  readonly indexOf: IdIndex;
  /** Position of an activity by its index; -1 for a summary. */
  readonly positionOf: Int32Array;
  /** Index of the parent by index of an activity, or -1. */
  readonly parentOf: Int32Array;
  /** Indices of the summaries, children before parents. */
  readonly summaries: Int32Array;
  readonly calendars: readonly WorkingCalendar[];
  /** Index of the project calendar, or ELAPSED. */
  readonly projectCalendar: number;
  /** Index of the calendar of an activity by its index, or ELAPSED; elapsed durations do not follow it. */
  readonly calendarOf: Int16Array;
  /** By position from here on. */
  readonly count: number;
  readonly activityAt: Int32Array;
  readonly role: Uint8Array;
  readonly duration: Int32Array;
  readonly calendar: Int16Array;
  /** 0 none, else index into CONSTRAINT_KINDS. */
  readonly constraint: Uint8Array;
  readonly constraintAt: Int32Array;
  /** FOREVER when there is none. */
  readonly deadline: Int32Array;
  /** Delay by levelling: minutes, or the moment before which nothing starts; and which of them, see below. */
  readonly delay: Int32Array;
  readonly delayKind: Uint8Array;
  /** What is waited for outside of the network: NEVER when there is nothing. */
  readonly outsideStart: Int32Array;
  readonly outsideFinish: Int32Array;
  readonly hasOutside: boolean;
  /** By when the pieces of activities end; null when no activity has pieces. */
  readonly tracks: Tracks | null;
  readonly isManual: Uint8Array;
  readonly hasManual: boolean;
  readonly hasAlap: boolean;
  readonly hasDatedConstraints: boolean;
  /** Are there ends of summaries among the positions? */
  readonly hasSummaryEnds: boolean;
  readonly incoming: Edges;
  readonly outgoing: Edges;
}

export const CONSTRAINT_KINDS = [
  'ASAP',
  'ALAP',
  'SNET',
  'FNET',
  'START_ON',
  'FINISH_ON',
  'MSO',
  'MFO',
  'SNLT',
  'FNLT',
] as const;
export const ALAP = 1;
export const SNET = 2;
export const FNET = 3;
export const START_ON = 4;
export const FINISH_ON = 5;
export const MSO = 6;
export const MFO = 7;
export const SNLT = 8;
export const FNLT = 9;
