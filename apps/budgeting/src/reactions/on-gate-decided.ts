import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Delivery, On } from '@meridian/bus';
import { GateDecided } from '@meridian/contracts-governance';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { reportMoney } from '../persistence/status.js';

/** A killed project takes no new commitments and no requested cost; a later go opens it again. */
@Controller()
export class OnGateDecided {
  @On(GateDecided)
  async handle(@Payload() event: GateDecided, @Ctx() delivery: Delivery<Tx>): Promise<void> {
    const isFrozen = FROZEN_BY[event.decision];
    if (isFrozen === undefined) return;
    const budget = await lockBudget(delivery.tx, event.projectId);
    if (budget.isFrozen !== isFrozen) await reportMoney(delivery, budget, { isFrozen });
  }
}

/** Hold and recycle change nothing: what is owed and ordered goes on. */
const FROZEN_BY: Readonly<Partial<Record<GateDecided['decision'], boolean>>> = {
  kill: true,
  go: false,
  'conditional-go': false,
};
