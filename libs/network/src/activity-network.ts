import type { Moment, WorkingCalendar } from '@meridian/calendar';

export type LinkKind = 'FS' | 'SS' | 'FF' | 'SF';

/** Whose working time a lag is counted in; by default the successor's, as Microsoft Project does. */
export type LagCalendar = 'successor' | 'predecessor' | 'project';

/**
 * Time between the two ends of a link; negative values are leads. `minutes` are working minutes, `elapsedMinutes` run day
 * and night, `percent` is a share of the predecessor's planned duration, rounded to the minute (in elapsed time when `elapsed`
 * is set or when the predecessor's own duration is elapsed).
 */
export type Lag =
  | { readonly minutes: number; readonly calendar?: LagCalendar }
  | { readonly elapsedMinutes: number }
  | { readonly percent: number; readonly calendar?: LagCalendar; readonly elapsed?: boolean };

/** `to` depends on `from`. Both may be summary activities. */
export interface Link {
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly lag?: Lag;
}

/**
 * ASAP, ALAP: as soon, as late as possible (late: without moving a successor). MSO, MFO: must start, must finish on.
 * SNET, SNLT, FNET, FNLT: start or finish no earlier, no later than. START_ON, FINISH_ON: wanted on, but a link may move it later.
 */
export type DatedConstraintKind =
  'MSO' | 'MFO' | 'SNET' | 'SNLT' | 'FNET' | 'FNLT' | 'START_ON' | 'FINISH_ON';
export type ConstraintKind = 'ASAP' | 'ALAP' | DatedConstraintKind;

/** A date in free time means the next opening for a start and the previous closing for a finish. */
export type Constraint =
  { readonly kind: 'ASAP' | 'ALAP' } | { readonly kind: DatedConstraintKind; readonly at: Moment };

/** A stretch of work within an activity. */
export interface Piece {
  /** Minutes from the start of the activity to that of the piece, in the time of the piece. */
  readonly afterMinutes: number;
  readonly minutes: number;
  /** Key into the calendars of the network; the calendar of the activity when absent. */
  readonly calendarId?: string | null;
}

/**
 * An activity of the network. With children (activities that name it as parent) it is a summary: its dates are rolled
 * up, its duration is ignored, its links bind all that it holds.
 */
export interface Activity {
  readonly id: string;
  /** Shown in messages; the id when absent. */
  readonly name?: string;
  readonly parentId?: string | null;
  /** Whole minutes from 0; zero makes a milestone. Working minutes of its calendar, or elapsed ones. */
  readonly durationMinutes: number;
  /** Elapsed durations run day and night and may begin at any minute. */
  readonly durationKind?: 'working' | 'elapsed';
  /** Key into the calendars of the network; the project calendar when absent. */
  readonly calendarId?: string | null;
  readonly constraint?: Constraint | null;
  /** Caps the late finish; never moves the early dates. */
  readonly deadline?: Moment | null;
  /**
   * How much later than links and dates ask levelling (or a person) put it, or the moment before which it may not start; not
   * heeded by MSO, MFO, SNLT and FNLT that are honoured.
   */
  readonly delay?:
    | { readonly minutes: number }
    | { readonly elapsedMinutes: number }
    | { readonly notBefore: Moment }
    | null;
  /**
   * What it waits for outside of this network: links of which only the moment is known that they allow, lags included. The
   * start is not before the one, the finish not before the other.
   */
  readonly outside?: { readonly start?: Moment; readonly finish?: Moment } | null;
  /**
   * Who works on it when, if not everybody from start to finish: assignments that begin later, have calendars of their own or
   * are interrupted. It finishes with the last piece. What becomes longer or shorter, by progress or change, does so at the end.
   */
  readonly pieces?: readonly Piece[] | null;
  /** Manually scheduled: these dates stay, whatever the links say; successors follow them. */
  readonly manual?: { readonly start: Moment; readonly finish: Moment } | null;
}

/**
 * A network as the caller has it. Without a project calendar and calendars, time is a plain number line: every "minute"
 * may then be a day, or any whole unit, as in textbooks.
 */
export interface NetworkInput {
  readonly activities: readonly Activity[];
  readonly links: readonly Link[];
  readonly projectCalendar?: WorkingCalendar;
  readonly calendars?: ReadonlyMap<string, WorkingCalendar>;
}

/** Something in the input that was left out or deserves a look; the schedule stands without it. */
export interface NetworkFinding {
  readonly kind:
    /** An end of the link is not in the network; the link is left out. */
    | 'dangling-link'
    /** The same two activities are linked twice in the same way; the one that asks for more counts. */
    | 'duplicate-link'
    /** FF or SF into a summary has no meaning (which child should finish?); the link is left out. */
    | 'finish-link-to-summary'
    /** A summary takes SNET, FNLT and a deadline; any other dated constraint is left out. */
    | 'summary-constraint'
    /** Predecessors exist, but none drives the start. */
    | 'dangling-start'
    /** Successors exist, but none waits for the finish. */
    | 'dangling-finish';
  readonly activityId?: string;
  readonly linkIndex?: number;
  readonly sentence: string;
}
