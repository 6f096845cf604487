import { Refusal } from '@meridian/refusal';
import { contingencyAccount, fundAccount, reserveAccount, WHOLE } from './account.js';
import type { Account } from './account.js';
import { requireBalance, requirePositive } from './amount-rules.js';
import type {
  ApproveBudgetCommand,
  DrawReserveCommand,
  FundCommand,
  TransferBudgetCommand,
} from './command.js';
import type { Decision } from './decision.js';
import { move } from './journal.js';
import type { EntryKind, JournalEntry, Posting } from './journal.js';
import { budgetIn, budgetPosition, contingencyOf, projectPosition } from './ledger.js';
import type { Ledger } from './ledger.js';
import { periodNamed } from './period.js';

/** @throws Refusal `budgeting/amount-not-positive`, `budgeting/funding-short` */
export function fund(ledger: Ledger, command: FundCommand): Decision {
  const [from, to] = [fundAccount(command.from), fundAccount(command.to)];
  requirePositive(command.amountMinor);
  requireBalance(ledger, from, command.amountMinor, 'budgeting/funding-short');
  return granted('funding', command, move(from, to, command.amountMinor));
}

/**
 * @throws Refusal `budgeting/negative-budget`, `budgeting/funding-short`, `budgeting/budget-below-use` when less would
 * be granted than is committed and spent, `budgeting/unknown-budget`, `budgeting/unknown-period`
 */
export function approveBudget(ledger: Ledger, command: ApproveBudgetCommand): Decision {
  const period = periodNamed(budgetIn(ledger, command.budgetId), command.period);
  const reservedMinor = contingencyOf(ledger, command.budgetId);
  const contingencyMinor = command.contingencyMinor ?? reservedMinor;
  if (command.grantedMinor < 0n || contingencyMinor < 0n) {
    throw new Refusal('budgeting/negative-budget', 'A budget and its contingency are zero or more.', {
      kind: 'unprocessable',
    });
  }
  const budget: Account = { kind: 'budget', id: command.budgetId, period };
  const grant = command.grantedMinor - grantedSoFar(ledger, command.budgetId, period);
  const reserve = contingencyMinor - reservedMinor;
  const from = fundAccount(command.from);
  if (grant < 0n) requireBalance(ledger, budget, -grant, 'budgeting/budget-below-use');
  if (grant + reserve > 0n) requireBalance(ledger, from, grant + reserve, 'budgeting/funding-short');
  return granted('approval', command, [
    ...move(from, budget, grant),
    ...move(from, contingencyAccount(command.budgetId), reserve),
  ]);
}

/** What was given on to control accounts and work packages was granted to the project all the same. */
function grantedSoFar(ledger: Ledger, budgetId: string, period: string): bigint {
  return period === WHOLE
    ? projectPosition(ledger, budgetId).grantedMinor
    : budgetPosition(ledger, budgetId, period).grantedMinor;
}

/** @throws Refusal `budgeting/amount-not-positive`, `budgeting/transfer-exceeds-available`, `budgeting/unknown-budget` */
export function transferBudget(ledger: Ledger, command: TransferBudgetCommand): Decision {
  const account = (id: string, period: string | undefined): Account => ({
    kind: 'budget',
    id,
    period: periodNamed(budgetIn(ledger, id), period),
  });
  const from = account(command.fromBudgetId, command.fromPeriod);
  const to = account(command.toBudgetId, command.toPeriod);
  requirePositive(command.amountMinor);
  requireBalance(ledger, from, command.amountMinor, 'budgeting/transfer-exceeds-available');
  return granted('transfer', command, move(from, to, command.amountMinor));
}

/** @throws Refusal `budgeting/amount-not-positive`, `budgeting/reserve-short`, `budgeting/unknown-budget` */
export function drawReserve(ledger: Ledger, command: DrawReserveCommand): Decision {
  const period = periodNamed(budgetIn(ledger, command.budgetId), command.period);
  const reserve = reserveAccount(command.reserve ?? 'contingency', command.budgetId);
  requirePositive(command.amountMinor);
  requireBalance(ledger, reserve, command.amountMinor, 'budgeting/reserve-short');
  const budget: Account = { kind: 'budget', id: command.budgetId, period };
  return granted('reserve-draw', command, move(reserve, budget, command.amountMinor));
}

type GrantCommand = FundCommand | ApproveBudgetCommand | TransferBudgetCommand | DrawReserveCommand;

function granted(kind: EntryKind, command: GrantCommand, postings: readonly Posting[]): Decision {
  const { entryId, on, currency, reference, decision } = command;
  const entry: JournalEntry = { entryId, kind, on, currency, reference, decision, postings };
  return { entry };
}
