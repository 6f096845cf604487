import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { AccountingPeriodChanged } from '@meridian/contracts-connectors';
import { Refusal } from '@meridian/refusal';
import { changePeriod } from '../persistence/change-period.js';
import type { Tx } from '../persistence/database.js';

/** The accounts closed or opened a period: the fiscal calendars of that name follow. */
@Controller()
export class OnAccountingPeriodChanged {
  @On(AccountingPeriodChanged)
  async handle(@Payload() event: AccountingPeriodChanged, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const { calendarName: name, period, isClosed } = event;
    const calendars = await delivery.tx.fiscalCalendar.findMany({
      where: { name },
      include: { periods: { where: { period } } },
      orderBy: { calendarId: 'asc' },
    });
    if (calendars.length === 0) {
      throw new Refusal(
        'budgeting/unknown-calendar',
        `There is no fiscal calendar called "${name}"; record one of that name, then deliver this again.`,
        { kind: 'not-found' },
      );
    }
    const decision = `The accounts ${isClosed ? 'closed' : 'opened'} period ${period}`;
    for (const { calendarId, periods } of calendars) {
      if (periods[0]?.isClosed === isClosed) continue;
      await changePeriod(
        delivery,
        { calendarId, period, isClosed, decision, by: 'connectors' },
        () => undefined,
      );
    }
  }
}
