import type { Database, Tx } from './database.js';

/** Names by person, of those that are known; systems that post are nobody. */
export async function namesOf(
  tx: Tx | Database,
  postedBy: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const personIds = [...new Set(postedBy.flatMap((by) => (by !== null && UUID.test(by) ? by : [])))];
  if (personIds.length === 0) return new Map();
  const rows = await tx.personName.findMany({ where: { personId: { in: personIds } } });
  return new Map(rows.map(({ personId, name }) => [personId, name]));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
