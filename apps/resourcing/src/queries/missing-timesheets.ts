import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { MissingTimesheets, MissingTimesheetsFigures } from '@meridian/contracts-resourcing';
import { dueOn } from '../domain/timesheet/time-keeping.js';
import { dateAfter, requireDate, weekOf } from '../domain/weeks.js';
import { actsFor } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { missingSheets } from '../persistence/missed-sheets.js';

/** Days after which the sheet of a day's week is overdue for certain. */
const OVERDUE_AFTER_DAYS = 8;

@Controller()
export class MissingTimesheetsQuery {
  constructor(private readonly database: Database) {}

  @Answers(MissingTimesheets)
  async handle(
    @Payload() request: MissingTimesheets,
    @Ctx() { claims, now }: Asking,
  ): Promise<MissingTimesheetsFigures> {
    const today = now.toISOString().slice(0, 10);
    const day = request.weekStart ?? dateAfter(today, -OVERDUE_AFTER_DAYS);
    requireDate(day);
    const weekStart = weekOf(day);
    const missing = await missingSheets(this.database, weekStart, today);
    const mine = missing.filter(({ person }) => actsFor(claims, person));
    const where = { weekStart, personId: { in: mine.map(({ person }) => person.personId) } };
    const [begun, chased] = await Promise.all([
      this.database.timesheet.findMany({ where, select: { personId: true } }),
      this.database.missedSheet.findMany({ where, select: { personId: true } }),
    ]);
    const isAmong = (rows: readonly { personId: string }[], id: string) =>
      rows.some(({ personId }) => personId === id);
    return {
      weekStart,
      dueOn: dueOn(weekStart),
      isOverdue: today > dueOn(weekStart),
      missing: mine.map(({ person: { personId, name, orgUnit }, capacityMinutes }) => ({
        personId,
        personName: name,
        orgUnit,
        capacityMinutes,
        isBegun: isAmong(begun, personId),
        isChased: isAmong(chased, personId),
      })),
    };
  }
}
