import type { Moment } from '@meridian/calendar';
import type { ConstraintKind } from './activity-network.js';

/**
 * Two wishes that cannot both be met.
 *
 * - `constraint`: links (or the project start or status date) ask for a later date than the constraint allows.
 * - `deadline`: the early finish lies after the deadline.
 * - `manual`: a manually scheduled activity starts or finishes before its links allow.
 * - `out-of-sequence`: an activity began (or finished) before an unfinished predecessor allowed.
 */
export interface Clash {
  readonly kind: 'constraint' | 'deadline' | 'manual' | 'out-of-sequence';
  readonly activityId: string;
  readonly constraint?: ConstraintKind;
  /** The date that was asked for: constraint, deadline, manual or actual date. */
  readonly wantedAt: Moment;
  /** The date that logic asks for, of the same end of the activity. */
  readonly logicAt: Moment;
  readonly end: 'start' | 'finish';
  /** Which one stands in the schedule; a missed deadline moves nothing. */
  readonly honoured: 'constraint' | 'link' | 'manual' | 'actual' | 'none';
  /** The link that asks for the later date, when it is a link. */
  readonly linkIndex?: number;
}
