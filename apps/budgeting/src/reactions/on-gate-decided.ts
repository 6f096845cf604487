import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateDecided } from '@meridian/contracts-governance';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { reportMoney } from '../persistence/status.js';

/**
 * A killed project takes no new commitments and no requested cost; a later go opens it again. Whatever was decided, the gate
 * keeps the version of the business case that was there.
 */
@Controller()
export class OnGateDecided {
  @On(GateDecided)
  async handle(@Payload() event: GateDecided, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    await keepCase(delivery.tx, event);
    const isFrozen = FROZEN_BY[event.decision];
    if (isFrozen === undefined) return;
    const budget = await lockBudget(delivery.tx, event.projectId);
    if (budget.isFrozen !== isFrozen) await reportMoney(delivery, budget, { isFrozen });
  }
}

async function keepCase(tx: Tx, event: GateDecided): Promise<void> {
  const { projectId, gateId, name, decision, decidedOn } = event;
  const last = await tx.businessCaseVersion.findFirst({
    where: { projectId },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  if (last === null) return;
  const key = { gateId, decidedOn, version: last.version };
  await tx.businessCaseGate.upsert({
    where: { gateId_decidedOn_version: key },
    create: { ...key, projectId, name, decision },
    update: { decision },
  });
}

/** Hold and recycle change nothing: what is owed and ordered goes on. */
const FROZEN_BY: Readonly<Partial<Record<GateDecided['decision'], boolean>>> = {
  kill: true,
  go: false,
  'conditional-go': false,
};
