import { Requests, Unavailable } from '@meridian/bus';
import { OutsiderAccess } from '@meridian/contracts-resourcing';
import { Injectable } from '@nestjs/common';
import { claimsOf } from './identity.js';
import type { Identity } from './identity.js';
import { OutsiderDays } from './outsider-days.js';
import type { AccessDays } from './outsider-days.js';

/** For so long access that was taken away at once may still be used. */
const KEPT_MS = 10_000;
/** For so long who was let in is not shut out because resourcing does not answer; their last day counts all the same. */
const KEPT_IN_OUTAGE_MS = 600_000;
const MOST_PEOPLE = 5_000;

interface Known {
  readonly days: AccessDays;
  readonly askedAt: number;
}

/** The days that resourcing keeps; asked every few seconds for each person from outside who does something. */
@Injectable()
export class RecordedOutsiderDays extends OutsiderDays {
  private readonly known = new Map<string, Known>();

  constructor(private readonly requests: Requests) {
    super();
  }

  async daysOf(identity: Identity): Promise<AccessDays> {
    const kept = this.known.get(identity.subject);
    const ageMs = kept === undefined ? Infinity : performance.now() - kept.askedAt;
    if (kept && ageMs < KEPT_MS) return kept.days;
    try {
      const { accessFrom, accessUntil } = await this.requests.send(
        OutsiderAccess,
        {},
        { claims: claimsOf(identity) },
      );
      return this.keep(identity.subject, {
        ...(accessFrom !== undefined && { accessFrom }),
        ...(accessUntil !== undefined && { accessUntil }),
      });
    } catch (error) {
      if (kept && ageMs < KEPT_IN_OUTAGE_MS && error instanceof Unavailable) return kept.days;
      throw error;
    }
  }

  private keep(subject: string, days: AccessDays): AccessDays {
    this.known.delete(subject);
    this.known.set(subject, { days, askedAt: performance.now() });
    if (this.known.size > MOST_PEOPLE) this.known.delete(this.known.keys().next().value!);
    return days;
  }
}
