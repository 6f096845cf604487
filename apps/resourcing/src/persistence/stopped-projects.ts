import { workUntil } from '../domain/work-until.js';
import type { Tx } from './database.js';
import { outdateProposals } from './plans.js';

/**
 * From a day on nobody works for the project any more: bookings to come go, running ones end, and a levelling sees none of
 * its tasks. Returns the people who were booked.
 */
export async function freePeople(
  tx: Tx,
  { projectId, stoppedOn }: { readonly projectId: string; readonly stoppedOn: string },
): Promise<(string | null)[]> {
  await tx.project.updateMany({ where: { projectId }, data: { stoppedOn } });
  const bookings = await tx.booking.findMany({
    where: { projectId, finish: { gt: stoppedOn } },
    select: { bookingId: true, personId: true, start: true, finish: true, workMinutes: true },
  });
  const kept = bookings.flatMap((booking) => workUntil(booking, stoppedOn) ?? []);
  await tx.booking.deleteMany({ where: { projectId, start: { gt: stoppedOn } } });
  await tx.$executeRaw`
    UPDATE booking SET finish = ${stoppedOn}, work_minutes = kept.work_minutes, version = version + 1
    FROM unnest(${kept.map(({ bookingId }) => bookingId)}::uuid[], ${kept.map((one) => one.workMinutes)}::int[])
      AS kept (booking_id, work_minutes)
    WHERE booking.booking_id = kept.booking_id`;
  await tx.plannedTask.deleteMany({ where: { projectId } });
  await outdateProposals(tx, projectId);
  return bookings.map(({ personId }) => personId);
}

/** What is planned for a stopped project books nobody. */
export async function isStopped(tx: Tx, projectId: string): Promise<boolean> {
  return (await tx.project.count({ where: { projectId, stoppedOn: { not: null } } })) > 0;
}
