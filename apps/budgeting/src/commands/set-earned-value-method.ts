import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import { EarnedValueMethodList, SetEarnedValueMethod } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { HOUSE_CALENDAR } from '../domain/plan/house-calendar.js';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { earningRules } from '../persistence/earning-rules.js';
import { rebaseline } from '../persistence/plans.js';
import { reportMoney } from '../persistence/status.js';
import { requireVersion } from '../access/may-change-money.js';

/** A part of the plan earns otherwise from now on: its tasks are valued anew, and the figures follow. */
@Controller()
export class SetEarnedValueMethodCommand {
  @Answers(SetEarnedValueMethod)
  async handle(
    @Payload() request: SetEarnedValueMethod,
    @Ctx() call: Call<Tx>,
  ): Promise<EarnedValueMethodList> {
    const { tx, claims, now } = call;
    const { projectId, wbs, method, reason } = request;
    requireManager(claims, await tx.project.findUnique({ where: { projectId } }));
    const budget = await lockBudget(tx, projectId);
    const last = await tx.earningRule.findFirst({ where: { projectId, wbs }, orderBy: { version: 'desc' } });
    requireVersion(call.expectedVersion, last?.version ?? 0);
    await this.requirePart(tx, projectId, wbs);
    const version = (last?.version ?? 0) + 1;
    await tx.earningRule.create({
      data: { projectId, wbs, version, method, reason, setBy: claims.name, setAt: now },
    });
    const { evMinor } = await rebaseline(tx, budget, HOUSE_CALENDAR);
    await reportMoney(call, budget, { evMinor });
    return earningRules(tx, projectId);
  }

  private async requirePart(tx: Tx, projectId: string, wbs: string): Promise<void> {
    const part = { OR: [{ wbs }, { wbs: { startsWith: `${wbs}.` } }] };
    if ((await tx.task.count({ where: { projectId, ...part } })) > 0) return;
    throw new Refusal(
      'budgeting/unknown-wbs',
      `The plan has no task with work of its own at or below WBS ${wbs}; name a part of the plan.`,
      { kind: 'unprocessable' },
    );
  }
}
