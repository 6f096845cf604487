import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireManager } from '@meridian/access';
import { Answers, Call } from '@meridian/bus';
import {
  EarnedValueMethodChanged,
  EarnedValueMethodListV2,
  SetEarnedValueMethodV2,
} from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { earningRecord } from '../domain/plan/earning-record.js';
import type { EarningRecord } from '../domain/plan/earning-record.js';
import { HOUSE_CALENDAR } from '../domain/plan/house-calendar.js';
import { earningOf, liesIn } from '../domain/plan/task-earning.js';
import { lockBudget } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { earningRules, rulesInForce, saveRule } from '../persistence/earning-rules.js';
import { rebaseline } from '../persistence/plans.js';
import { reportMoney } from '../persistence/status.js';
import { today } from '../persistence/work.js';
import { requireVersion } from '../access/may-change-money.js';

/**
 * A part of the plan earns otherwise from now on, or more was recorded of it: its tasks are valued anew, and the figures
 * follow.
 */
@Controller()
export class SetEarnedValueMethodV2Command {
  @Answers(SetEarnedValueMethodV2)
  handle(
    @Payload() request: SetEarnedValueMethodV2,
    @Ctx() call: Call<Tx>,
  ): Promise<EarnedValueMethodListV2> {
    return setEarnedValueMethod(request, call);
  }
}

/**
 * @throws Refusal `access/project-not-found`, `access/not-your-project`, `budgeting/version-conflict`, `budgeting/unknown-wbs`,
 * those of `earningRecord` and `earningOf`
 */
export async function setEarnedValueMethod(
  request: SetEarnedValueMethodV2,
  call: Call<Tx>,
): Promise<EarnedValueMethodListV2> {
  const { tx, claims } = call;
  const { projectId, wbs, method, reason } = request;
  requireManager(claims, await tx.project.findUnique({ where: { projectId } }));
  const record = earningRecord(request, today(call));
  const budget = await lockBudget(tx, projectId);
  const last = await tx.earningRule.findFirst({ where: { projectId, wbs }, orderBy: { version: 'desc' } });
  requireVersion(call.expectedVersion, last?.version ?? 0);
  const version = (last?.version ?? 0) + 1;
  await save(call, request, { version, ...record });
  const { measuredMinor, effortBudgetMinor } = await rebaseline(tx, budget, HOUSE_CALENDAR);
  const changed = { projectId, wbs, version, method, reason, setBy: claims.name };
  await call.announce(EarnedValueMethodChanged, changed);
  await reportMoney(call, budget, { measuredMinor, effortBudgetMinor, asOf: record.asOf });
  return earningRules(tx, projectId);
}

/** Every task of the part can earn so, or nothing is kept. */
async function save(
  { tx, claims, now }: Call<Tx>,
  { projectId, wbs, method, reason }: SetEarnedValueMethodV2,
  record: EarningRecord & { readonly version: number },
): Promise<void> {
  const tasks = await tx.task.findMany({ where: { projectId }, select: { taskId: true, wbs: true } });
  const part = tasks.filter((task) => liesIn(task, wbs));
  if (part.length === 0)
    throw new Refusal(
      'budgeting/unknown-wbs',
      `The plan has no task with work of its own at or below WBS ${wbs}; name a part of the plan.`,
      { kind: 'unprocessable' },
    );
  await saveRule(tx, { projectId, wbs, method, ...record, reason, setBy: claims.name, setAt: now });
  const rules = await rulesInForce(tx, projectId);
  for (const task of part) earningOf(task, tasks, rules);
}
