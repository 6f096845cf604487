import { maySeeProject, requireManager } from '@meridian/access';
import type { Call, Claims } from '@meridian/bus';
import { DeliverableMoved } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import type { DeliverableState, Finding } from '../../domain/partners/deliverable.js';
import { personIdIn } from '../approvers.js';
import type { Deliverable, Tx } from '../database.js';
import type { Prisma } from '../generated/client.js';

/** A deliverable as its rules need it. */
export type HeldDeliverable = Deliverable & {
  readonly state: DeliverableState;
  readonly partner: { readonly name: string };
};

/** For whom somebody acts: the own partner while access is open, or the house. */
export type Side = { readonly partnerId: string } | 'house';

/** @throws Refusal when access of a partner's person is over or has not begun */
export async function sideOf(tx: Pick<Tx, 'partnerPerson'>, claims: Claims, today: string): Promise<Side> {
  const admitted = await tx.partnerPerson.findUnique({ where: { personId: personIdIn(claims) } });
  if (!admitted) return 'house';
  const { partnerId, accessFrom, accessUntil } = admitted;
  if (accessFrom <= today && today <= accessUntil) return { partnerId };
  throw new Refusal(
    'resourcing/access-not-open',
    `You have access from ${accessFrom} to ${accessUntil}; today is ${today}.`,
    { kind: 'forbidden' },
  );
}

/** The deliverable, held until the transaction ends, or null. */
export async function holdDeliverable(tx: Tx, deliverableId: string): Promise<HeldDeliverable | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${deliverableId}, 7))`;
  const found = await tx.deliverable.findUnique({
    where: { deliverableId },
    include: { partner: { select: { name: true } } },
  });
  return found as HeldDeliverable | null;
}

/**
 * One that the caller has to do with: the own partner's, or of a project they may see.
 *
 * @throws Refusal `resourcing/deliverable-not-found`: whether there is another one is not told
 */
export async function requireDeliverable(
  tx: Tx,
  claims: Claims,
  { deliverableId, side }: { readonly deliverableId: string; readonly side: Side },
): Promise<HeldDeliverable> {
  const held = await holdDeliverable(tx, deliverableId);
  if (held && side !== 'house' && held.partnerId === side.partnerId) return held;
  const project = held && (await tx.project.findUnique({ where: { projectId: held.projectId } }));
  if (held && side === 'house' && project && maySeeProject(claims, project)) return held;
  throw new Refusal('resourcing/deliverable-not-found', 'There is no deliverable with this id for you.', {
    kind: 'not-found',
  });
}

/** @throws Refusal for everybody but who manages the project, and for partners also where they manage it */
export async function requireProjectsManager(
  tx: Tx,
  claims: Claims,
  { projectId, side }: { readonly projectId: string; readonly side: Side },
): Promise<void> {
  requireManager(claims, await tx.project.findUnique({ where: { projectId } }));
  if (side === 'house') return;
  throw new Refusal(
    'resourcing/partner-side',
    'What is agreed with a partner, and accepted of it, is decided by the house; ask the project manager.',
    { kind: 'forbidden' },
  );
}

/** Keeps what somebody did, and tells it. */
export async function keepDeliverableStep(
  { tx, claims, now, announce }: Call<Tx>,
  deliverable: HeldDeliverable,
  said: { readonly evidence?: string; readonly findings?: readonly Finding[] } = {},
): Promise<{ id: string; version: number }> {
  const { deliverableId, version, state, partnerId, projectId, name, dueOn, partner } = deliverable;
  const { evidence = null, findings } = said;
  const by = { personId: personIdIn(claims), personName: claims.name, at: now };
  await tx.deliverableStep.create({
    data: {
      deliverableId,
      version,
      state,
      ...by,
      evidence,
      ...(findings && { findings: findings.map((one) => ({ ...one })) as Prisma.InputJsonArray }),
    },
  });
  await announce(DeliverableMoved, {
    deliverableId,
    version,
    partnerId,
    partnerName: partner.name,
    projectId,
    name,
    dueOn,
    state,
  });
  return { id: deliverableId, version };
}

/** Takes the deliverable a step further. */
export async function moveDeliverable(
  tx: Tx,
  deliverableId: string,
  state: DeliverableState,
): Promise<HeldDeliverable> {
  const moved = await tx.deliverable.update({
    where: { deliverableId },
    data: { state, version: { increment: 1 } },
    include: { partner: { select: { name: true } } },
  });
  return { ...moved, state };
}
