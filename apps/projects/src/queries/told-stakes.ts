import type { HitGate, HitMoney } from '@meridian/contracts-projects';
import { hitGates } from '../domain/ripple/hit-gates.js';
import type { HitTask } from '../domain/ripple/ripple-of-slip.js';
import type { StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { MoneyRow, Stakes } from '../persistence/slip-stakes.js';

interface SlippedPlan {
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
  readonly moved: readonly HitTask[];
}

/** The gates and the money that a slip hits in a plan; what nobody told is left out. */
export function toldStakes(
  stakes: Stakes | undefined,
  plan: SlippedPlan,
): { readonly gates?: HitGate[]; readonly money?: HitMoney } {
  const { gates, money } = stakes ?? {};
  return {
    ...(gates === undefined ? {} : { gates: hitGates(gates, milestonesOf(plan)).map(toldGate) }),
    ...(money === undefined ? {} : { money: toldMoney(money) }),
  };
}

function milestonesOf({ tasks, dates, moved }: SlippedPlan) {
  const after = new Map(moved.map((hit) => [hit.task.taskId, hit.after.finish.slice(0, 10)]));
  return new Map(
    tasks
      .filter(({ isMilestone, isActive }) => isMilestone && isActive)
      .flatMap(({ taskId, name }) => {
        const before = dates.get(taskId)?.finish.slice(0, 10);
        if (before === undefined) return [];
        return [[taskId, { name, before, after: after.get(taskId) ?? before }] as const];
      }),
  );
}

function toldGate({ gate, ...hit }: ReturnType<typeof hitGates>[number]): HitGate {
  const { phaseId, name, dueOn } = gate;
  if (dueOn === null) return { phaseId, name, ...hit };
  return { phaseId, name, dueOn, ...hit, isLate: hit.readyOn > dueOn, wasLate: hit.readyBefore > dueOn };
}

function toldMoney({ currency, statusDate, bacMinor, eacMinor, etcMinor }: MoneyRow): HitMoney {
  return {
    currency,
    statusDate,
    budgetMinor: String(bacMinor),
    ...(eacMinor === null ? {} : { forecastMinor: String(eacMinor) }),
    ...(etcMinor === null ? {} : { openMinor: String(etcMinor) }),
  };
}
