import type { Call } from '@meridian/bus';
import { personIdOf } from '@meridian/contracts-resourcing';
import type { PersonFacts } from '../../domain/employment.js';
import { fillWith, holdPlans, refresh, releaseAfter } from '../bookings.js';
import type { Tx } from '../database.js';
import { tellHandOver } from '../hand-overs.js';
import { tellOfPerson } from '../people.js';

export interface AccessTold {
  readonly employeeNumber: string;
  /** From when on the facts hold. */
  readonly effectiveOn: string;
  readonly facts: Partial<PersonFacts> & { readonly employedUntil: string };
}

/**
 * Access is what employment is for others: time, capacity and bookings go by its days. What would start after the last day
 * waits for somebody else; what goes on then is told to be handed over.
 */
export async function tellAccess({ tx, announce, now }: Call<Tx>, told: AccessTold): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const personId = personIdOf(told.employeeNumber);
  const lastDay = told.facts.employedUntil;
  await holdPlans(tx);
  await tellOfPerson(tx, announce, { ...told, kind: 'hired' }, today);
  const filled = await fillWith(tx, personId);
  const released = await releaseAfter(tx, personId, lastDay);
  await refresh(tx, announce, { personIds: [personId], projectIds: [...filled, ...released] }, today);
  await tellHandOver(tx, announce, { personId, lastDay, releasedAssignments: released.length }, today);
}

/** Sets the days of somebody, and keeps who did so and why. Returns the version. */
export async function keepAccess(
  { tx, claims, now }: Call<Tx>,
  access: {
    readonly personId: string;
    readonly partnerId: string;
    readonly accessFrom: string;
    readonly accessUntil: string;
  },
  reason: string | null,
): Promise<number> {
  const { personId, accessFrom, accessUntil } = access;
  const { version } = await tx.partnerPerson.upsert({
    where: { personId },
    create: access,
    update: { accessFrom, accessUntil, version: { increment: 1 } },
  });
  await tx.partnerAccess.create({
    data: {
      personId,
      version,
      accessUntil,
      reason,
      changedBy: claims.personId ?? claims.subject,
      changedByName: claims.name,
      changedAt: now,
    },
  });
  return version;
}
