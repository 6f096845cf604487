import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { DecideTimesheet, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { approveTimesheet, projectsOf, returnTimesheet } from '../domain/timesheet/timesheet.js';
import { actsFor, personIdIn } from '../persistence/approvers.js';
import { tellBooked } from '../persistence/booked-time.js';
import { answerClosings } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { requireSeen } from '../persistence/require-seen.js';
import { holdClosedTime, holdSheetById, markApproved, saveState } from '../persistence/timesheets.js';

@Controller()
export class DecideTimesheetCommand {
  @Answers(DecideTimesheet)
  async handle(@Payload() request: DecideTimesheet, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, now } = call;
    const { sheetId, outcome, reason } = request;
    const approver = personIdIn(call.claims);
    const closed = await holdClosedTime(tx);
    const before = await holdSheetById(tx, sheetId);
    const person = before && (await tx.person.findUnique({ where: { personId: before.sheet.personId } }));
    if (!person || !(person.personId === approver || actsFor(call.claims, person))) throw notFound();
    requireSeen('sheet', before.version, call.expectedVersion);
    const decided = { decidedBy: approver, decidedByName: call.claims.name, decidedAt: now };
    if (outcome === 'returned') {
      const sheet = returnTimesheet(before.sheet, approver);
      const saved = await saveState(tx, sheetId, sheet, { ...decided, reason: reason ?? null });
      await answerClosings(call, projectsOf(sheet));
      return saved;
    }
    const { sheet, booked } = approveTimesheet(before.sheet, approver, closed);
    await markApproved(tx, sheetId, now);
    await tellBooked(tx, call.announce, person.personId, booked);
    const saved = await saveState(tx, sheetId, sheet, { ...decided, reason: null });
    await answerClosings(call, projectsOf(sheet));
    return saved;
  }
}

function notFound(): Refusal {
  return new Refusal(
    'resourcing/timesheet-not-found',
    'There is no sheet with this id on which you decide; line managers and resource managers do.',
    { kind: 'not-found' },
  );
}
