import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { FiscalCalendarList, FiscalCalendars } from '@meridian/contracts-budgeting';
import type { LatePosting } from '../domain/ledger/ledger.js';
import { Database } from '../persistence/database.js';

/** The fiscal calendars of the house: whoever posts a document may see which of its days are open. */
@Controller()
export class FiscalCalendarsQuery {
  constructor(private readonly database: Database) {}

  @Answers(FiscalCalendars)
  async handle(
    @Payload() { calendarId }: FiscalCalendars,
    @Ctx() _asking: Asking,
  ): Promise<FiscalCalendarList> {
    const rows = await this.database.fiscalCalendar.findMany({
      where: calendarId === undefined ? {} : { calendarId },
      include: { periods: { orderBy: { firstDay: 'asc' }, omit: { calendarId: true } } },
      orderBy: [{ name: 'asc' }, { calendarId: 'asc' }],
    });
    return {
      calendars: rows.map(({ latePosting, ...row }) => ({ ...row, latePosting: latePosting as LatePosting })),
    };
  }
}
