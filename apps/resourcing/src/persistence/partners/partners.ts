import { Refusal } from '@meridian/refusal';
import type { Partner, Tx } from '../database.js';

/** The partner, held until the transaction ends. @throws Refusal when nobody recorded it */
export async function holdPartner(tx: Tx, partnerId: string): Promise<Partner> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${partnerId}, 5))`;
  const partner = await tx.partner.findUnique({ where: { partnerId } });
  if (partner) return partner;
  throw new Refusal('resourcing/partner-not-found', 'There is no partner with this id.', {
    kind: 'not-found',
  });
}
