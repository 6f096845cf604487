import type { Identity } from './identity.js';

/** First and last day of access; a day that is absent sets no limit. */
export interface AccessDays {
  readonly accessFrom?: string;
  readonly accessUntil?: string;
}

/** Between which days people from outside may come in, besides what their token says. */
export abstract class OutsiderDays {
  /** @throws Unavailable when nobody can say */
  abstract daysOf(identity: Identity): Promise<AccessDays>;
}

/** Whether somebody works with us and not for us: a partner's person, or a contractor. */
export function isOutsider({ roles, partner, accessEnds }: Identity): boolean {
  return partner !== undefined || accessEnds !== undefined || roles.includes('contractor');
}

/** When the doors close on somebody whose last day is given, in milliseconds since 1970: days are those of UTC. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + 86_400_000;
}
