import type { Moment } from '@meridian/calendar';

/** How far an activity is. Without an entry it has not begun. */
export interface Progress {
  readonly actualStart?: Moment | null;
  readonly actualFinish?: Moment | null;
  /** Share of the duration that is done, 0 to 100; used when the remaining duration is not given. */
  readonly percentComplete?: number;
  /** Working minutes (elapsed ones for an elapsed activity) still to do. */
  readonly remainingMinutes?: number | null;
}

interface CommonOptions {
  /**
   * Which wins when a link asks for a later date than MSO, MFO, SNLT or FNLT allow: the constraint (the default, as in
   * Microsoft Project) or the link. The clash is reported either way.
   */
  readonly honour?: 'constraint' | 'link';
  /** Contract date for the whole: caps late dates in place of the computed finish, so floats may turn negative. */
  readonly mustFinishBy?: Moment | null;
  /** Activities with at most this much total float are critical; default 0. */
  readonly criticalFloatMinutes?: number;
  /** Every chain that ends nowhere gets its own critical path: its late finish is its early finish, not the project's. */
  readonly multipleCriticalPaths?: boolean;
  readonly progress?: ReadonlyMap<string, Progress>;
  /** Data date. When given, nothing that is not done may be planned before it. */
  readonly statusDate?: Moment | null;
  /**
   * An activity began before its predecessors allowed: does what remains of it wait for them ("retained logic", the
   * default) or go on ("progress override")?
   */
  readonly outOfSequence?: 'retained-logic' | 'progress-override';
}

/**
 * From a start date everything is as early as possible. From a finish date everything is as late as possible, and the
 * project start is the latest that still makes it.
 */
export type ScheduleOptions = CommonOptions &
  ({ readonly projectStart: Moment; readonly finishOn?: undefined } | { readonly finishOn: Moment });
