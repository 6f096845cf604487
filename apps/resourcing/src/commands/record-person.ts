import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordPerson } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { fillWith, holdPlans, refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import { tellOfPerson } from '../persistence/people.js';

@Controller()
export class RecordPersonCommand {
  @Answers(RecordPerson)
  async handle(@Payload() request: RecordPerson, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { employeeNumber, employedFrom, ...facts } = request;
    if (facts.ftePercent <= 0 || facts.ftePercent > 100) {
      throw new Refusal(
        'resourcing/fte-out-of-range',
        `ftePercent is ${facts.ftePercent}; it must be above 0 and at most 100.`,
        {
          kind: 'unprocessable',
        },
      );
    }
    if (facts.employedUntil !== undefined && facts.employedUntil < employedFrom) {
      throw new Refusal(
        'resourcing/ends-before-it-starts',
        `The employment ends on ${facts.employedUntil}, before it starts on ${employedFrom}.`,
        { kind: 'unprocessable' },
      );
    }
    const today = call.now.toISOString().slice(0, 10);
    const told = { employeeNumber, kind: 'hired' as const, effectiveOn: employedFrom, facts };
    await holdPlans(call.tx);
    const personId = await tellOfPerson(call.tx, call.announce, told, today);
    if (personId === null) throw new Error('A hiring always makes a person known.');
    const projectIds = await fillWith(call.tx, personId);
    await refresh(call.tx, call.announce, { personIds: [personId], projectIds }, today);
    const { version } = await call.tx.person.findUniqueOrThrow({
      where: { personId },
      select: { version: true },
    });
    return { id: personId, version };
  }
}
