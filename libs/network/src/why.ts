import type { Moment } from '@meridian/calendar';
import type { ConstraintKind, Link } from './activity-network.js';

/** One end of an activity, and when it is. */
export interface DatedEnd {
  readonly activityId: string;
  readonly end: 'start' | 'finish';
  readonly at: Moment;
}

/**
 * Why a date is what it is.
 *
 * - `link`: `from` and its lag allow `allowedAt`; a start is at the opening from there on, a finish at the closing up to there.
 *   `throughSummaryId`: the link leads to this summary above the activity.
 * - `work`: so many minutes of work after its own start; `work-back`: so many before its own finish, which is held.
 * - `delay`: so many minutes after the start that logic asked for.
 * - `rest`: what remains takes so many minutes from where it goes on: after what is done, at the status date, or where
 *   `link` lets it.
 * - `held-by`: it is as late as possible; a later date would move this end of a successor.
 * - `rolled-up`: of a summary, the date of what starts first or finishes last in it.
 * - `outside`: what it waits for outside of the network allows its start or finish then; ends the chain.
 * - the others end the chain: the date was given.
 */
export type Because =
  | {
      readonly kind: 'link';
      readonly linkIndex: number;
      readonly link: Link;
      readonly from: DatedEnd;
      readonly allowedAt: Moment;
      readonly throughSummaryId?: string;
    }
  | { readonly kind: 'work' | 'work-back' | 'delay'; readonly minutes: number; readonly from: DatedEnd }
  | {
      readonly kind: 'rest';
      readonly minutes: number;
      readonly goesOnAt: Moment;
      readonly after: 'progress' | 'status-date' | 'link';
      readonly link?: Because;
    }
  | { readonly kind: 'held-by'; readonly linkIndex: number; readonly link: Link; readonly from: DatedEnd }
  | { readonly kind: 'rolled-up'; readonly from: DatedEnd }
  | {
      readonly kind: 'constraint';
      readonly constraint: ConstraintKind;
      readonly givenAt: Moment;
      readonly throughSummaryId?: string;
    }
  | { readonly kind: 'outside'; readonly end: 'start' | 'finish'; readonly givenAt: Moment }
  | {
      readonly kind: 'project-start' | 'status-date' | 'project-finish' | 'deadline' | 'actual' | 'manual';
      readonly givenAt: Moment;
    };

/** A date, and why. Its cause is explained by the next step. */
export interface WhyStep extends DatedEnd {
  readonly because: Because;
}
