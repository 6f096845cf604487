import type { NodeRow } from './budget-nodes.js';
import type { Tx } from './database.js';

export async function saveNode(tx: Tx, { nodeId, ...node }: NodeRow): Promise<void> {
  await tx.budgetNode.upsert({
    where: { nodeId },
    create: { nodeId, ...node },
    update: node,
    select: { version: true },
  });
}

/** Whether the node has an account, empty or not. */
export async function hasMoney(tx: Tx, nodeId: string): Promise<boolean> {
  const account = await tx.accountBalance.findFirst({
    where: { accountId: nodeId },
    select: { period: true },
  });
  return account !== null;
}
