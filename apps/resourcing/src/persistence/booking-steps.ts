import type { Call } from '@meridian/bus';
import type { BookingChange } from '@meridian/contracts-resourcing';
import type { Database, Tx } from './database.js';

interface Step {
  readonly assignmentId: string;
  readonly step: BookingChange['step'];
  readonly stage: BookingChange['stage'];
  readonly personId: string | null;
  readonly reason?: string | undefined;
}

/** Keeps who took a step with an assignment, and why. */
export async function keepStep({ tx, claims, now }: Call<Tx>, { reason, ...step }: Step): Promise<void> {
  const kept = { ...step, reason: reason ?? null, movedByName: claims.name, movedAt: now };
  await tx.bookingStep.create({ data: kept });
}

/** All steps of an assignment, the oldest first. */
export async function stepsOf(database: Database, assignmentId: string): Promise<BookingChange[]> {
  const steps = await database.bookingStep.findMany({ where: { assignmentId }, orderBy: { stepId: 'asc' } });
  const people = await database.person.findMany({
    where: { personId: { in: steps.flatMap(({ personId }) => personId ?? []) } },
    select: { personId: true, name: true },
  });
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return steps.map(({ step, stage, personId, movedByName, movedAt, reason }) => {
    const personName = names.get(personId ?? '');
    return {
      step: step as BookingChange['step'],
      stage: stage as BookingChange['stage'],
      ...(personName !== undefined && { personName }),
      movedByName,
      movedAt: movedAt.toISOString(),
      ...(reason !== null && { reason }),
    };
  });
}
