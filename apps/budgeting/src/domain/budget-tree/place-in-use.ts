import { Refusal } from '@meridian/refusal';
import type { BudgetNode } from './budget-node.js';

interface Place extends BudgetNode {
  readonly projectId: string | null;
  readonly currency: string;
  readonly calendarId: string | null;
}

/**
 * A node keeps its kind and project. While money has passed through it, it keeps its currency and fiscal calendar too: the
 * entries say in which.
 *
 * @throws Refusal `budgeting/node-in-use`
 */
export function requireUnchangedPlace(before: Place, after: Place, hasMoney: boolean): void {
  const kept = ['kind', 'projectId', ...(hasMoney ? (['currency', 'calendarId'] as const) : [])] as const;
  const changed = kept.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return;
  throw new Refusal(
    'budgeting/node-in-use',
    `Node ${before.nodeId} keeps its ${changed.join(' and ')}; record another node and move the money there.`,
    { details: { changed } },
  );
}
