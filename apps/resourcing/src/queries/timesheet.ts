import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { Timesheet, TimesheetFigures } from '@meridian/contracts-resourcing';
import { dueOn } from '../domain/timesheet/time-keeping.js';
import { requireDate, weekOf } from '../domain/weeks.js';
import { personIdIn, personOfCaller } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';
import { capacitiesOf } from '../persistence/person-weeks.js';
import { sheetEntries } from '../persistence/sheet-entries.js';
import { plannedRows } from '../persistence/planned-rows.js';

@Controller()
export class TimesheetQuery {
  constructor(private readonly database: Database) {}

  @Answers(Timesheet)
  async handle(@Payload() request: Timesheet, @Ctx() asking: Asking): Promise<TimesheetFigures> {
    const today = asking.now.toISOString().slice(0, 10);
    requireDate(request.weekStart ?? today);
    const weekStart = weekOf(request.weekStart ?? today);
    const person = await personOfCaller(this.database, asking.claims, request.personId);
    const { personId } = person;
    const [sheet, keeping, capacities, planned] = await Promise.all([
      this.database.timesheet.findUnique({ where: { personId_weekStart: { personId, weekStart } } }),
      this.database.timeKeeping.findFirst(),
      capacitiesOf(this.database, [{ personId, weekStart }], today),
      plannedRows(this.database, asking.claims, personId, weekStart),
    ]);
    return {
      ...(sheet && { sheetId: sheet.sheetId }),
      personId,
      personName: person.name,
      weekStart,
      state: (sheet?.state ?? 'open') as TimesheetFigures['state'],
      version: sheet?.version ?? 0,
      entries: sheet ? await sheetEntries(this.database, asking.claims, sheet.sheetId, personId) : [],
      totalMinutes: sheet?.totalMinutes ?? 0,
      capacityMinutes: capacities[0] ?? 0,
      planned,
      dueOn: dueOn(weekStart),
      ...(keeping?.lockedThrough != null && { lockedThrough: keeping.lockedThrough }),
      isOwn: personId === personIdIn(asking.claims),
      ...(sheet?.decidedByName != null && { decidedByName: sheet.decidedByName }),
      ...(sheet?.reason != null && { reason: sheet.reason }),
    };
  }
}
