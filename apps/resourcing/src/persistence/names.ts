import type { Tx } from './database.js';

/** Names of people by id. */
export async function namesOf(
  tx: Pick<Tx, 'person'>,
  personIds: readonly string[],
): Promise<(personId: string) => string> {
  const people = await tx.person.findMany({
    where: { personId: { in: [...new Set(personIds)] } },
    select: { personId: true, name: true },
  });
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return (personId) => names.get(personId) ?? 'Somebody not recorded here';
}
