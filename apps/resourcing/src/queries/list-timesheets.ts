import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking, madeUpCursor, recordOfCursor } from '@meridian/bus';
import { ListTimesheets, TimesheetPage } from '@meridian/contracts-resourcing';
import { totalMinutes } from '../domain/timesheet/timesheet.js';
import { peopleActedFor } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { capacitiesOf } from '../persistence/person-weeks.js';

const PAGE = 50;

@Controller()
export class ListTimesheetsQuery {
  constructor(private readonly database: Database) {}

  /** The longest waiting first; the cursor is the last sheet seen. */
  @Answers(ListTimesheets)
  async handle(@Payload() request: ListTimesheets, @Ctx() asking: Asking): Promise<TimesheetPage> {
    const limit = request.limit ?? PAGE;
    const where = { state: request.state ?? 'submitted', person: peopleActedFor(asking.claims) };
    const cursor = await this.#placeOf(request.cursor);
    const [total, rows] = await Promise.all([
      this.database.timesheet.count({ where }),
      this.database.timesheet.findMany({
        where,
        include: {
          person: { select: { name: true, orgUnit: true } },
          entries: { where: { isApproved: false }, select: { minutes: true } },
        },
        orderBy: [{ submittedAt: 'asc' }, { sheetId: 'asc' }],
        take: limit + 1,
        ...(cursor && { cursor, skip: 1 }),
      }),
    ]);
    const page = rows.slice(0, limit);
    const capacities = await capacitiesOf(this.database, page, asking.now.toISOString().slice(0, 10));
    const timesheets = page.map(({ person, entries, submittedAt, ...sheet }, at) => ({
      sheetId: sheet.sheetId,
      personId: sheet.personId,
      personName: person.name,
      orgUnit: person.orgUnit,
      weekStart: sheet.weekStart,
      state: sheet.state as TimesheetPage['timesheets'][number]['state'],
      totalMinutes: sheet.totalMinutes,
      capacityMinutes: capacities[at] ?? 0,
      pendingMinutes: totalMinutes(entries),
      ...(submittedAt !== null && { submittedAt: submittedAt.toISOString() }),
      version: sheet.version,
    }));
    const last = timesheets.at(-1);
    return { timesheets, total, ...(rows.length > limit && last ? { nextCursor: last.sheetId } : {}) };
  }

  async #placeOf(cursor: string | undefined): Promise<{ sheetId: string } | undefined> {
    const sheetId = recordOfCursor(cursor);
    if (sheetId === undefined) return undefined;
    const found = await this.database.timesheet.findUnique({ where: { sheetId }, select: { sheetId: true } });
    if (!found) throw madeUpCursor(sheetId);
    return found;
  }
}
