import type { CheckState } from '../domain/check.js';
import { openInQuality, type OpenItem } from '../domain/open-in-quality.js';
import type { Tx } from './database.js';

/** What of a project is not accepted. A project that was stopped has nothing more to deliver. */
export async function openItems(
  tx: Tx,
  { projectId, isStopped }: { readonly projectId: string; readonly isStopped: boolean },
): Promise<readonly OpenItem[]> {
  if (isStopped) return [];
  const milestones = await tx.milestone.findMany({
    where: { projectId, isWithdrawn: false, acceptedOn: null },
    include: { checks: { orderBy: [{ position: 'asc' }, { checkId: 'asc' }] } },
    orderBy: [{ dueOn: 'asc' }, { milestoneId: 'asc' }],
  });
  return openInQuality(
    milestones.map((milestone) => ({
      ...milestone,
      checks: milestone.checks.map((check) => ({ ...check, state: check.state as CheckState })),
    })),
  );
}
