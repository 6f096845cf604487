import type { DeliverableLine, PartnerPersonLine } from '@meridian/contracts-resourcing';
import { daysBetween, formatDay, formatNear } from '../dates/format-day.js';
import type { HealthState } from '../health/health-state.js';

interface Mark {
  readonly state: HealthState;
  readonly word: string;
}

/** Access that ends within so many days is worth a look. */
const SOON_DAYS = 14;

/** Whether the doors are open for somebody, and until when. */
export function accessMark(
  { access, accessFrom, accessUntil }: Pick<PartnerPersonLine, 'access' | 'accessFrom' | 'accessUntil'>,
  today: string,
): Mark {
  if (access === 'ended') return { state: 'unknown', word: `ended ${formatDay(accessUntil)}` };
  if (access === 'to-come') return { state: 'unknown', word: `from ${formatDay(accessFrom)}` };
  if (daysBetween(today, accessUntil) > SOON_DAYS)
    return { state: 'on-track', word: `open to ${formatDay(accessUntil)}` };
  return { state: 'at-risk', word: `ends ${formatNear(accessUntil, today)}` };
}

/** Where a deliverable stands; past its day it says so first. */
export function deliverableMark({ state, isOverdue }: Pick<DeliverableLine, 'state' | 'isOverdue'>): Mark {
  if (state === 'accepted') return { state: 'on-track', word: 'Accepted' };
  if (state === 'handed-in') return { state: 'at-risk', word: 'To be decided' };
  if (state === 'rejected') return { state: 'off-track', word: isOverdue ? 'Rejected, overdue' : 'Rejected' };
  return isOverdue ? { state: 'off-track', word: 'Overdue' } : { state: 'unknown', word: 'Agreed' };
}

export const stepWords: Readonly<Record<DeliverableLine['state'], string>> = {
  agreed: 'agreed it',
  'handed-in': 'handed it in',
  accepted: 'accepted it',
  rejected: 'rejected it',
};

/** Lines of a text field, without empty ones. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
