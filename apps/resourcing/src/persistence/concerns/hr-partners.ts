import { hrPartnersFor } from '../../domain/concerns/concern.js';
import type { Person, Tx } from '../database.js';

/** Whom a concern goes to that this person raises to the HR partners. */
export async function hrPartnersOf(
  tx: Pick<Tx, 'hrPartners' | 'hrUnitPartners'>,
  { personId, orgUnit }: Pick<Person, 'personId' | 'orgUnit'>,
): Promise<readonly string[]> {
  const house = await tx.hrPartners.findFirstOrThrow();
  const unit = await tx.hrUnitPartners.findUnique({ where: { orgUnit } });
  return hrPartnersFor(personId, unit?.personIds ?? [], house.personIds);
}
