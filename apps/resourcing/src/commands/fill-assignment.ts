import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { FillAssignment, Recorded } from '@meridian/contracts-resourcing';
import { NOBODY } from '../domain/bookings/booking-life.js';
import { holdAssignment, personToBook } from '../persistence/assignments.js';
import { keepStep } from '../persistence/booking-steps.js';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class FillAssignmentCommand {
  /** All steps at once, by who decides for everybody. */
  @Answers(FillAssignment)
  async handle(@Payload() request: FillAssignment, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, assignmentId, personId } = request;
    requireVisible(call.claims, await call.tx.project.findUnique({ where: { projectId } }));
    const booking = await holdAssignment(call.tx, request, call.expectedVersion);
    await personToBook(call.tx, personId, booking);
    const { version } = await call.tx.booking.update({
      where: { assignmentId },
      data: { ...NOBODY, personId, isConfirmed: true, isChosen: true, version: { increment: 1 } },
    });
    await keepStep(call, { assignmentId, step: 'fill', stage: 'hard', personId });
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
