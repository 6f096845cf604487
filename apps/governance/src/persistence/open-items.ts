import { openInGovernance, type OpenItem } from '../domain/open-in-governance.js';
import type { Tx } from './database.js';

/** What of a project nobody has decided. */
export async function openItems(
  tx: Tx,
  { projectId, isStopped }: { readonly projectId: string; readonly isStopped: boolean },
): Promise<readonly OpenItem[]> {
  const gates = await tx.gate.findMany({
    where: { projectId },
    orderBy: [{ position: 'asc' }, { gateId: 'asc' }],
  });
  const decisions = await tx.decision.findMany({
    where: { projectId, OR: [{ outcome: null }, { outcome: 'deferred' }] },
    orderBy: [{ dueOn: 'asc' }, { decisionId: 'asc' }],
  });
  return openInGovernance({ gates, decisions }, isStopped);
}
