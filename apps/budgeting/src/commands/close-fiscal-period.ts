import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { CloseFiscalPeriod, FiscalCalendarVersion } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { withPeriodClosed } from '../domain/ledger/fiscal-calendar.js';
import type { Tx } from '../persistence/database.js';
import { lockCalendar, saveCalendar } from '../persistence/fiscal-calendars.js';
import { writeEntry } from '../persistence/journal.js';
import { openWaitingTime, postWaitingTime } from '../persistence/waiting-time.js';
import { today } from '../persistence/work.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** Closes a fiscal period or opens it again. It waits for postings that are under way, and later ones see it closed. */
@Controller()
export class CloseFiscalPeriodCommand {
  @Answers(CloseFiscalPeriod)
  async handle(@Payload() request: CloseFiscalPeriod, @Ctx() call: Call<Tx>): Promise<FiscalCalendarVersion> {
    requireApproverRole(call.claims);
    const { calendarId, period, isClosed } = request;
    // Budgets before calendars: what waited for the period is posted when it opens.
    const budgets = isClosed ? [] : await openWaitingTime(call.tx);
    const before = await lockCalendar(call.tx, calendarId);
    if (!before) {
      throw new Refusal('budgeting/unknown-calendar', `There is no fiscal calendar ${calendarId}.`, {
        kind: 'not-found',
      });
    }
    requireVersion(call.expectedVersion, before.version);
    const version = before.version + 1;
    const periods = withPeriodClosed(before.periods, period, isClosed);
    await saveCalendar(call.tx, { ...before, version, periods });
    await this.record(call, request);
    for (const budget of budgets) await postWaitingTime(call, budget);
    return { calendarId, version };
  }

  private async record(call: Call<Tx>, { calendarId, period, isClosed, decision }: CloseFiscalPeriod) {
    const entry = {
      entryId: call.newId(),
      kind: isClosed ? ('period-close' as const) : ('period-open' as const),
      on: today(call),
      currency: NO_CURRENCY,
      reference: `Fiscal period ${period}`,
      decision,
      by: personOf(call.claims),
      postings: [],
    };
    await writeEntry(call.tx, entry, { projectId: calendarId, amountMinor: 0n, recordedAt: call.now });
  }
}

/** ISO 4217: no currency involved. */
const NO_CURRENCY = 'XXX';
