import type { OpenGate } from '../domain/ripple/hit-gates.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type MoneyRow = Prisma.ProjectMoneyGetPayload<object>;

/** What stands on the dates of a project, as far as others told it. */
export interface Stakes {
  /** Gates to come; undefined where governance has told of no gate at all. */
  readonly gates: readonly OpenGate[] | undefined;
  readonly money: MoneyRow | undefined;
}

/** The gates and the money of projects, by their id. */
export async function stakesOf(
  tx: Pick<Tx, 'projectGate' | 'projectMoney'>,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Stakes>> {
  const where = { projectId: { in: [...projectIds] } };
  const gates = await tx.projectGate.findMany({ where, orderBy: [{ dueOn: 'asc' }, { phaseId: 'asc' }] });
  const money = await tx.projectMoney.findMany({ where });
  return new Map(
    projectIds.map((projectId) => {
      const told = gates.filter((gate) => gate.projectId === projectId);
      const open = told.length === 0 ? undefined : told.filter(({ isDecided }) => !isDecided);
      return [projectId, { gates: open, money: money.find((row) => row.projectId === projectId) }];
    }),
  );
}
