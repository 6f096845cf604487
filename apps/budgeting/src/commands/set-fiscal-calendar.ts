import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { FiscalCalendarVersion, SetFiscalCalendar } from '@meridian/contracts-budgeting';
import { withPeriods } from '../domain/ledger/fiscal-calendar.js';
import type { Tx } from '../persistence/database.js';
import { lockCalendar, saveCalendar } from '../persistence/fiscal-calendars.js';
import { openWaitingTime, postWaitingTime } from '../persistence/waiting-time.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** Records a fiscal calendar or adds periods to it; time that waited for one is posted. */
@Controller()
export class SetFiscalCalendarCommand {
  @Answers(SetFiscalCalendar)
  async handle(@Payload() request: SetFiscalCalendar, @Ctx() call: Call<Tx>): Promise<FiscalCalendarVersion> {
    requireApproverRole(call.claims);
    const { calendarId, name } = request;
    const budgets = await openWaitingTime(call.tx);
    const before = await lockCalendar(call.tx, calendarId);
    requireVersion(call.expectedVersion, before?.version ?? 0);
    const version = (before?.version ?? 0) + 1;
    const periods = withPeriods(before?.periods ?? [], request.periods);
    await saveCalendar(call.tx, { calendarId, name, version, periods });
    for (const budget of budgets) await postWaitingTime(call, budget);
    return { calendarId, version };
  }
}
