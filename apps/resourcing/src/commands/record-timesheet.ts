import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordTimesheet } from '@meridian/contracts-resourcing';
import { writeDrafts } from '../domain/timesheet/time-draft.js';
import { projectsOf, recordTime } from '../domain/timesheet/timesheet.js';
import { requireDate, weekOf } from '../domain/weeks.js';
import { callerAsPerson } from '../persistence/approvers.js';
import { answerClosings } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { requireSeen } from '../persistence/require-seen.js';
import { holdClosedTime, holdSheet, reversibleEntries, saveDrafts } from '../persistence/timesheets.js';
import { requireWork } from '../persistence/work-of-person.js';

@Controller()
export class RecordTimesheetCommand {
  @Answers(RecordTimesheet)
  async handle(@Payload() request: RecordTimesheet, @Ctx() call: Call<Tx>): Promise<Recorded> {
    requireDate(request.weekStart);
    const { personId } = await callerAsPerson(call.tx, call.claims);
    const closed = await holdClosedTime(call.tx);
    const before = await holdSheet(call.tx, personId, weekOf(request.weekStart));
    requireSeen('sheet', before.version, call.expectedVersion);
    const taken = request.lines.flatMap(({ reversesEntryId }) => reversesEntryId ?? []);
    const known = await reversibleEntries(call.tx, before, taken);
    const drafts = writeDrafts(request.lines, known, closed, call.newId);
    const sheet = recordTime(before.sheet, drafts, closed);
    await requireWork(call, personId, drafts);
    const saved = await saveDrafts(call.tx, before, sheet, call.newId);
    await answerClosings(call, [...projectsOf(before.sheet), ...projectsOf(sheet)]);
    return saved;
  }
}
