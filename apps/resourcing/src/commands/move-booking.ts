import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { hasRole, mayManageProject, requireManager, requireVisible } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { BookingMoved, MoveBooking, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { moveBooking, stageOf } from '../domain/bookings/booking-life.js';
import { actsFor } from '../persistence/approvers.js';
import { holdAssignment, personToBook } from '../persistence/assignments.js';
import { keepStep } from '../persistence/booking-steps.js';
import { refresh } from '../persistence/bookings.js';
import type { Tx } from '../persistence/database.js';
import type { Booking, Project } from '../persistence/database.js';

@Controller()
export class MoveBookingCommand {
  @Answers(MoveBooking)
  async handle(@Payload() request: MoveBooking, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { projectId, assignmentId, step, personId = null, reason } = request;
    const project = await call.tx.project.findUnique({ where: { projectId } });
    requireVisible(call.claims, project);
    const before = await holdAssignment(call.tx, request, call.expectedVersion);
    const after = moveBooking(before, step, personId);
    await requireMayMove(call, request, before, project);
    const { version } = await call.tx.booking.update({
      where: { assignmentId },
      data: { ...after, isChosen: true, version: { increment: 1 } },
    });
    const [now, former] = [
      after.personId ?? after.proposedPersonId,
      before.personId ?? before.proposedPersonId,
    ];
    await keepStep(call, { assignmentId, step, stage: stageOf(after), personId: now, reason });
    await call.announce(BookingMoved, {
      projectId,
      assignmentId,
      taskId: before.taskId,
      step,
      stage: stageOf(after),
      ...(now !== null && { personId: now }),
      ...(former !== null && former !== now && { formerPersonId: former }),
      movedByName: call.claims.name,
      ...(reason !== undefined && { reason }),
    });
    const touched = { personIds: [before.personId, after.personId], projectIds: [projectId] };
    await refresh(call.tx, call.announce, touched, call.now.toISOString().slice(0, 10));
    return { id: before.bookingId, version };
  }
}

/** The project asks and agrees; who decides for a person gives that person. Each of the two may end it. */
async function requireMayMove(
  { tx, claims }: Call<Tx>,
  { step, personId }: MoveBooking,
  booking: Booking,
  project: Project | null,
): Promise<void> {
  if (step === 'request') return requireManager(claims, project);
  const whom = personId ?? booking.personId ?? booking.proposedPersonId;
  if (step === 'release') {
    if (hasRole(claims, ['resource-manager']) || (project && mayManageProject(claims, project))) return;
    const person = whom === null ? null : await tx.person.findUnique({ where: { personId: whom } });
    if (person && actsFor(claims, person)) return;
    throw notTheirs();
  }
  const person = await personToBook(tx, whom ?? '', booking);
  if (step === 'agree') return requireManager(claims, project);
  if (!actsFor(claims, person)) throw notTheirs();
}

function notTheirs(): Refusal {
  return new Refusal(
    'resourcing/not-functional-manager',
    'The line manager of the person or a resource manager may do this, nobody for oneself; ask one of them.',
    { kind: 'forbidden' },
  );
}
