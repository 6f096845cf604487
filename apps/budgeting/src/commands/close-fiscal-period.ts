import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { CloseFiscalPeriod, FiscalCalendarVersion } from '@meridian/contracts-budgeting';
import { changePeriod } from '../persistence/change-period.js';
import type { Tx } from '../persistence/database.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';
import { personOf } from '../access/person-of.js';

/** Closes a fiscal period or opens it again. */
@Controller()
export class CloseFiscalPeriodCommand {
  @Answers(CloseFiscalPeriod)
  async handle(@Payload() request: CloseFiscalPeriod, @Ctx() call: Call<Tx>): Promise<FiscalCalendarVersion> {
    requireApproverRole(call.claims);
    const { calendarId, period, isClosed, decision } = request;
    const change = { calendarId, period, isClosed, decision, by: personOf(call.claims) };
    const version = await changePeriod(call, change, (current) =>
      requireVersion(call.expectedVersion, current),
    );
    return { calendarId, version };
  }
}
