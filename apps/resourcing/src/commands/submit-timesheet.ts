import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, SubmitTimesheet } from '@meridian/contracts-resourcing';
import { projectsOf, submitTimesheet } from '../domain/timesheet/timesheet.js';
import { requireDate, weekOf } from '../domain/weeks.js';
import { callerAsPerson } from '../persistence/approvers.js';
import { answerClosings } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { tellHandedIn } from '../persistence/missed-sheets.js';
import { requireSeen } from '../persistence/require-seen.js';
import { holdClosedTime, holdSheet, saveDrafts, saveState } from '../persistence/timesheets.js';

@Controller()
export class SubmitTimesheetCommand {
  /** A week in which there was nothing to write is handed in as an empty sheet. */
  @Answers(SubmitTimesheet)
  async handle(@Payload() request: SubmitTimesheet, @Ctx() call: Call<Tx>): Promise<Recorded> {
    requireDate(request.weekStart);
    const person = await callerAsPerson(call.tx, call.claims);
    const closed = await holdClosedTime(call.tx);
    const before = await holdSheet(call.tx, person.personId, weekOf(request.weekStart));
    requireSeen('sheet', before.version, call.expectedVersion);
    const sheet = submitTimesheet(before.sheet, closed);
    const sheetId = before.sheetId ?? (await saveDrafts(call.tx, before, before.sheet, call.newId)).id;
    await tellHandedIn(call.tx, call.announce, person, sheet.weekStart);
    const saved = await saveState(call.tx, sheetId, sheet, { submittedAt: call.now, reason: null });
    await answerClosings(call, projectsOf(sheet));
    return saved;
  }
}
