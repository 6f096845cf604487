import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { FillAssignment, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class FillAssignmentCommand {
  @Answers(FillAssignment)
  async handle(@Payload() request: FillAssignment, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, assignmentId, personId } = request;
    requireVisible(call.claims, await call.tx.project.findUnique({ where: { projectId } }));
    await call.tx.$executeRaw`SELECT 1 FROM booking WHERE assignment_id = ${assignmentId}::uuid FOR UPDATE`;
    const booking = await call.tx.booking.findUnique({ where: { assignmentId } });
    if (!booking || booking.projectId !== projectId) {
      throw new Refusal(
        'resourcing/assignment-not-found',
        'The plan of this project has no assignment with this id.',
        {
          kind: 'not-found',
        },
      );
    }
    if (call.expectedVersion !== undefined && call.expectedVersion !== booking.version) {
      throw new Refusal(
        'resourcing/version-conflict',
        `The booking was changed since you read it (it is at version ${booking.version} now); read it again.`,
        { kind: 'stale-version', details: { version: booking.version } },
      );
    }
    const person = await call.tx.person.findUnique({ where: { personId } });
    if (!person)
      throw new Refusal('resourcing/person-not-found', 'There is no person with this id.', {
        kind: 'not-found',
      });
    if (person.employedUntil !== null && person.employedUntil < booking.start) {
      throw new Refusal(
        'resourcing/person-has-left',
        `${person.name} is employed until ${person.employedUntil}; the work starts on ${booking.start}.`,
      );
    }
    const { version } = await call.tx.booking.update({
      where: { assignmentId },
      data: { personId, isChosen: true, version: { increment: 1 } },
    });
    const today = call.now.toISOString().slice(0, 10);
    await refresh(
      call.tx,
      call.announce,
      { personIds: [booking.personId, personId], projectIds: [projectId] },
      today,
    );
    return { id: booking.bookingId, version };
  }
}
