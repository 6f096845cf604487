import { requireManager } from '@meridian/access';
import type { Call } from '@meridian/bus';
import type { CostPostedAnswer } from '@meridian/contracts-budgeting';
import { minorToWire, requireSameCurrency } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { dayNumber } from '../domain/plan/calendar-day.js';
import type { CostCommand } from '../domain/ledger/command.js';
import { WHOLE } from '../domain/ledger/account.js';
import { usedByProject } from '../domain/ledger/ledger.js';
import type { Overrun } from '../domain/ledger/overrun.js';
import { lockBudget } from '../persistence/budgets.js';
import type { BudgetRow } from '../persistence/budgets.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { ledgerOf } from '../persistence/books.js';
import { lapseExpired } from '../persistence/lapses.js';
import { postCost } from '../persistence/post-cost.js';
import { reportMoney } from '../persistence/status.js';
import { personOf } from '../access/person-of.js';
import { mayTellOverrun, positionsTold, tellingNoBalance } from '../access/told-balances.js';

interface Requested {
  readonly projectId: string;
  readonly taskId?: string;
}

/**
 * Posts what a person asks for.
 *
 * @throws Refusal `access/project-not-found`, `access/not-your-project`, `budgeting/no-approved-budget`,
 * `budgeting/not-a-date`, `budgeting/unknown-task`, `money/currency-mismatch`, those of `decide`
 */
export function postRequested(
  call: Call<Tx>,
  requested: Requested,
  command: CostCommand,
): Promise<CostPostedAnswer> {
  return tellingNoBalance(call, () => post(call, requested, command));
}

async function post(
  call: Call<Tx>,
  { projectId, taskId }: Requested,
  command: CostCommand,
): Promise<CostPostedAnswer> {
  const { tx } = call;
  requireManager(call.claims, await tx.project.findUnique({ where: { projectId } }));
  dayNumber(command.on);
  const budget = await lockBudget(tx, projectId);
  const currency = requireApproved(budget);
  requireSameCurrency({ currency }, command);
  if (taskId !== undefined) await requireTask(tx, projectId, taskId);

  const ledger = await lapseExpired(call, await ledgerOf(tx, budget, { currency }), projectId);
  const by = personOf(call.claims);
  const posted = await postCost(call, ledger, { ...command, by }, { projectId, taskId });
  const asOf = command.kind === 'commit' ? undefined : command.on;
  await reportMoney(call, budget, { ...usedByProject(posted.ledger, projectId), asOf });
  await answerClosing(call, projectId);
  const tell = await positionsTold(call, [projectId]);
  const { committedMinor, actualMinor, availableMinor } = tell(posted.position, projectId, WHOLE);
  return {
    postingId: posted.entry.entryId,
    committedMinor: minorToWire(committedMinor),
    actualMinor: minorToWire(actualMinor),
    availableMinor: minorToWire(availableMinor),
    ...(posted.overrun === undefined
      ? {}
      : { warning: warningOf(posted.overrun, currency, mayTellOverrun(call, budget)) }),
  };
}

export function requireApproved({ version, currency }: BudgetRow): string {
  if (version > 0 && currency !== null) return currency;
  throw new Refusal(
    'budgeting/no-approved-budget',
    'The project has no approved budget yet; have one approved before money is used.',
  );
}

async function requireTask(tx: Tx, projectId: string, taskId: string): Promise<void> {
  const task = await tx.task.findUnique({
    where: { projectId_taskId: { projectId, taskId } },
    select: { taskId: true },
  });
  if (task) return;
  throw new Refusal('budgeting/unknown-task', `Task ${taskId} is not in the plan of this project.`);
}

/** @param isExact whether it may be said how far it goes beyond: that tells the labour in the budget */
export function warningOf(
  { requestedMinor, availableMinor, exceededByMinor }: Overrun,
  currency: string,
  isExact: boolean,
): string {
  if (!isExact)
    return `${requestedMinor} was posted, which goes beyond the budget (minor units of ${currency}).`;
  return `${requestedMinor} was posted with ${availableMinor} available: ${exceededByMinor} beyond the budget (minor units of ${currency}).`;
}
