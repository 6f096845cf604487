import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { FiscalCalendarVersion, SetFiscalCalendar } from '@meridian/contracts-budgeting';
import { withPeriods } from '../domain/ledger/fiscal-calendar.js';
import type { Tx } from '../persistence/database.js';
import { lockCalendar, saveCalendar } from '../persistence/fiscal-calendars.js';
import { openWaitingForPeriods, postWaitingForPeriods } from '../persistence/waiting-for-periods.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** Records a fiscal calendar or adds periods to it; time and documents that waited for one are posted. */
@Controller()
export class SetFiscalCalendarCommand {
  @Answers(SetFiscalCalendar)
  async handle(@Payload() request: SetFiscalCalendar, @Ctx() call: Call<Tx>): Promise<FiscalCalendarVersion> {
    requireApproverRole(call.claims);
    const { calendarId, name } = request;
    const budgets = await openWaitingForPeriods(call.tx);
    const before = await lockCalendar(call.tx, calendarId);
    requireVersion(call.expectedVersion, before?.version ?? 0);
    const version = (before?.version ?? 0) + 1;
    const periods = withPeriods(before?.periods ?? [], request.periods);
    const latePosting = request.latePosting ?? before?.latePosting ?? 'refuse';
    await saveCalendar(call.tx, { calendarId, name, version, latePosting, periods });
    for (const budget of budgets) await postWaitingForPeriods(call, budget);
    return { calendarId, version };
  }
}
