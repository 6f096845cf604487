import type { OwnAttentionLine } from '@meridian/contracts-reporting';
import type { Database } from './database.js';

/** What waits for one person: red before amber, then by due date. Whom else a line is for is left out. */
export async function ownLinesOf(database: Database, personId: string): Promise<OwnAttentionLine[]> {
  const rows = await database.ownLine.findMany({
    where: { personIds: { has: personId } },
    omit: { personIds: true },
    orderBy: [{ severity: 'desc' }, { dueOn: 'asc' }, { lineId: 'asc' }],
  });
  return rows.map(({ kind, severity, dueOn, period, ...line }) => ({
    ...line,
    kind: kind as OwnAttentionLine['kind'],
    severity: severity as OwnAttentionLine['severity'],
    ...(dueOn === null ? {} : { dueOn }),
    ...(period === null ? {} : { period }),
  }));
}
